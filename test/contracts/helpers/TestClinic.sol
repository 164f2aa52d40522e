// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IMedicalChain} from "../../../contracts/interfaces/IMedicalChain.sol";
import {IAccess} from "../../../contracts/interfaces/IAccess.sol";
import {IAccounts} from "../../../contracts/interfaces/IAccounts.sol";
import {IBatches} from "../../../contracts/interfaces/IBatches.sol";
import {IFolders} from "../../../contracts/interfaces/IFolders.sol";
import {IKeys} from "../../../contracts/interfaces/IKeys.sol";
import {IRecords} from "../../../contracts/interfaces/IRecords.sol";
import {TestBase, Vm} from "./TestBase.sol";

/// @title A contract with its first admin, and short ways to do the acts. Everybody's key is a small number.
abstract contract TestClinic is TestBase {
    uint256 internal constant ADMIN_KEY = 100;

    IMedicalChain internal chain;
    address internal admin;
    uint256 private _lastNonce;

    function _openClinic() internal {
        vm.warp(1_800_000_000);
        admin = vm.addr(ADMIN_KEY);
        chain = IMedicalChain(_deploy("MedicalChain", abi.encode(admin)));
    }

    function _registration(address account, uint40 until) internal view returns (IAccounts.Registration memory) {
        return IAccounts.Registration(admin, account, "profile", until, _nonce(admin), _deadline());
    }

    function _joinDoctor(uint256 key) internal returns (address account) {
        account = vm.addr(key);
        IAccounts.Registration memory act = _registration(account, 0);
        vm.prank(admin);
        chain.registerDoctor(act, "");
        _join(key, new uint8[](0), new bytes32[](0));
    }

    function _joinPatient(uint256 key, uint8 folders) internal returns (address account) {
        account = vm.addr(key);
        IAccounts.Registration memory act = _registration(account, 0);
        vm.prank(admin);
        chain.registerPatient(act, "");
        _join(key, _upTo(folders), _keyrings(folders, "first"));
    }

    function _join(uint256 key, uint8[] memory folders, bytes32[] memory keyrings) internal {
        IKeys.Join memory act = IKeys.Join(
            vm.addr(key),
            "public key",
            address(0),
            folders,
            keyrings,
            _nonce(vm.addr(key)),
            _deadline()
        );
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "Join(address account,bytes32 publicKey,address device,uint8[] folders,bytes32[] keyrings,uint256 nonce,uint40 deadline)"
                ),
                act.account,
                act.publicKey,
                act.device,
                keccak256(abi.encodePacked(act.folders)),
                keccak256(abi.encodePacked(act.keyrings)),
                act.nonce,
                act.deadline
            )
        );
        chain.join(act, _sign(key, structHash));
    }

    function _record(address patient, address author, uint8 folder) internal returns (IRecords.AddRecord memory) {
        (bytes32 keyring, ) = chain.folderOf(patient, folder);
        return
            IRecords.AddRecord(patient, author, folder, keyring, "digest", "card", _lastNonce++, _deadline());
    }

    function _signRecord(uint256 key, IRecords.AddRecord memory act) internal view returns (bytes memory) {
        bytes32 kind = keccak256(
            "AddRecord(address patient,address author,uint8 folder,bytes32 keyring,bytes32 digest,bytes32 card,uint256 nonce,uint40 deadline)"
        );
        return _sign(key, keccak256(abi.encode(kind, act)));
    }

    function _right(
        address patient,
        address reader,
        uint8[] memory folders,
        uint40 until
    ) internal view returns (IAccess.GiveAccess memory act) {
        bytes32[] memory current = new bytes32[](folders.length);
        for (uint256 i = 0; i < folders.length; ++i) (current[i], ) = chain.folderOf(patient, folders[i]);
        act.patient = patient;
        act.reader = reader;
        act.folders = folders;
        act.mayAdd = true;
        act.until = until;
        act.previous = current;
        act.keyrings = current;
        act.consent = "consent";
        act.nonce = _patientNonce(patient);
        act.deadline = _deadline();
    }

    function _epoch(address patient, uint8[] memory folders) internal view returns (IFolders.Rekey memory act) {
        act.patient = patient;
        act.folders = folders;
        act.previous = new bytes32[](folders.length);
        act.keyrings = new bytes32[](folders.length);
        act.catalogs = new bytes32[](folders.length);
        for (uint256 i = 0; i < folders.length; ++i) {
            (act.previous[i], ) = chain.folderOf(patient, folders[i]);
            act.keyrings[i] = keccak256(abi.encode(act.previous[i]));
            act.catalogs[i] = keccak256(abi.encode(act.keyrings[i]));
        }
        (, act.records, act.nonce) = chain.headOf(patient);
        act.deadline = _deadline();
    }

    function _carried(bytes[] memory calls, uint32 gas) internal pure returns (IBatches.Carried[] memory acts) {
        acts = new IBatches.Carried[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) acts[i] = IBatches.Carried(gas, calls[i]);
    }

    /// @return taken which of the acts were not refused
    function _bring(address sender, IBatches.Carried[] memory acts) internal returns (bool[] memory taken) {
        vm.recordLogs();
        vm.prank(sender);
        chain.bringAll(acts);
        taken = new bool[](acts.length);
        for (uint256 i = 0; i < acts.length; ++i) taken[i] = true;
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == IBatches.ActRefused.selector) taken[uint256(logs[i].topics[1])] = false;
        }
    }

    /// @dev Folders 0, 1 … count - 1.
    function _upTo(uint8 count) internal pure returns (uint8[] memory folders) {
        folders = new uint8[](count);
        for (uint8 i = 0; i < count; ++i) folders[i] = i;
    }

    function _keyrings(uint8 count, bytes32 salt) internal pure returns (bytes32[] memory keyrings) {
        keyrings = new bytes32[](count);
        for (uint8 i = 0; i < count; ++i) keyrings[i] = keccak256(abi.encode(salt, i));
    }

    function _nonce(address account) internal view returns (uint256) {
        return chain.accountOf(account).nonce;
    }

    function _patientNonce(address patient) internal view returns (uint256 nonce) {
        (, , nonce) = chain.headOf(patient);
    }

    function _deadline() internal view returns (uint40) {
        return uint40(block.timestamp + 1 hours);
    }

    function _sign(uint256 key, bytes32 structHash) internal view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Medical-Chain"),
                keccak256("1"),
                block.chainid,
                address(chain)
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked("\x19\x01", domain, structHash)));
        return abi.encodePacked(r, s, v);
    }
}
