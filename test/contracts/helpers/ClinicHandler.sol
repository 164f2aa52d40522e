// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IMedicalChain} from "../../../contracts/interfaces/IMedicalChain.sol";
import {IAccess} from "../../../contracts/interfaces/IAccess.sol";
import {IAccounts} from "../../../contracts/interfaces/IAccounts.sol";
import {IFolders} from "../../../contracts/interfaces/IFolders.sol";
import {IRecords} from "../../../contracts/interfaces/IRecords.sol";
import {TestClinic} from "./TestClinic.sol";

/// @title Anybody tries anything, and a second, simpler book is kept of what should have come of it
/// @dev Every second call comes in a batch, behind another act that is refused. Every function succeeds: a call to the contract may be refused, but a refusal or a success that the book does not
/// expect reverts, which fails the run (`failOnRevert`).
contract ClinicHandler is TestClinic {
    uint8 public constant FOLDERS = 4;
    uint256 public constant DOCTORS = 3;
    uint256 public constant PATIENTS = 2;
    uint256 private constant PEOPLE = 7;
    uint32 private constant GAS = 1_000_000;

    struct Right {
        uint256 since;
        uint256 until;
        uint8 folders;
    }

    struct Standing {
        bool suspended;
        uint256 licenceUntil;
        uint256 since;
    }

    /// @dev Keys 1 to 3 are doctors, 4 and 5 patients, 6 is a stranger, 7 the admin.
    address[] private _people;
    mapping(address patient => mapping(address reader => Right)) private _rights;
    mapping(address doctor => Standing) private _standings;
    mapping(address patient => uint256) public records;
    mapping(address patient => uint256) public acts;
    bool private _inBatch;

    error Unexpected(string act, bool success);

    constructor() {
        _openClinic();
        for (uint256 key = 1; key <= DOCTORS; ++key) {
            _people.push(_joinDoctor(key));
            _standings[vm.addr(key)].since = block.timestamp;
        }
        for (uint256 key = 4; key <= 5; ++key) _people.push(_joinPatient(key, FOLDERS));
        _people.push(vm.addr(6));
        _people.push(admin);
    }

    function contractUnderTest() external view returns (IMedicalChain) {
        return chain;
    }

    function person(uint256 i) public view returns (address) {
        return _people[i];
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + _bound(time, 0, 20 days));
        vm.roll(block.number + 1);
    }

    function give(uint256 by, uint256 patient, uint256 reader, uint8 set, uint256 length) external {
        address from = _patientAt(patient);
        address to = _either(reader, _doctorAt(reader / PEOPLE));
        set = (set % 16) | 1;
        uint40 until = uint40(block.timestamp + _bound(length, 1, 60 days));
        IAccess.GiveAccess memory act = _right(from, to, _listOf(set), until);
        address sender = _either(by, from);
        bool expected = sender == from && _inForce(to);
        _call("give", sender, abi.encodeCall(IAccess.giveAccess, (act, "")), expected);
        if (!expected) return;
        Right storage right = _rights[from][to];
        if (!_running(right, _standings[to])) right.since = block.timestamp;
        right.until = until;
        right.folders = set;
        ++acts[from];
    }

    function remove(uint256 by, uint256 patient, uint256 reader) external {
        address from = _patientAt(patient);
        address to = _either(reader, _doctorAt(reader / PEOPLE));
        address sender = _either(by, from);
        IAccess.RemoveAccess memory act = IAccess.RemoveAccess(
            from,
            to,
            new uint8[](0),
            _patientNonce(from),
            _deadline()
        );
        bool expected = sender == from && _rights[from][to].until > block.timestamp;
        _call("remove", sender, abi.encodeCall(IAccess.removeAccess, (act, "")), expected);
        if (!expected) return;
        _rights[from][to].until = block.timestamp;
        ++acts[from];
    }

    function suspend(uint256 by, uint256 doctor) external {
        address account = _doctorAt(doctor);
        Standing storage standing = _standings[account];
        bytes memory data = abi.encodeCall(IAccounts.suspend, (_adminAct(account), ""));
        if (_byAdmin("suspend", by, data, !standing.suspended)) standing.suspended = true;
    }

    function reinstate(uint256 by, uint256 doctor) external {
        address account = _doctorAt(doctor);
        Standing storage standing = _standings[account];
        bytes memory data = abi.encodeCall(IAccounts.reinstate, (_adminAct(account), ""));
        if (!_byAdmin("reinstate", by, data, standing.suspended)) return;
        standing.suspended = false;
        standing.since = block.timestamp;
    }

    function renew(uint256 by, uint256 doctor, uint256 length) external {
        address account = _doctorAt(doctor);
        Standing storage standing = _standings[account];
        uint40 until = uint40(block.timestamp + _bound(length, 1, 60 days));
        bytes memory data = abi.encodeCall(IAccounts.registerDoctor, (_registration(account, until), ""));
        if (!_byAdmin("renew", by, data, !standing.suspended)) return;
        if (_hasEnded(standing)) standing.since = block.timestamp;
        standing.licenceUntil = until;
    }

    function add(uint256 author, uint256 signer, uint256 patient, uint8 folder) external {
        address from = _either(author, _doctorAt(author / PEOPLE));
        address to = _patientAt(patient);
        uint256 key = _keyOf(_either(signer, from));
        folder %= FOLDERS;
        IRecords.AddRecord memory act = _record(to, from, folder);
        bytes memory data = abi.encodeCall(IRecords.addRecord, (act, _signRecord(key, act)));
        bool may = from == to || (folder != 0 && mayRead(to, from, folder));
        bool expected = may && vm.addr(key) == from;
        _call("add", from, data, expected);
        if (expected) ++records[to];
    }

    function rekey(uint256 by, uint256 patient, uint8 set, uint256 stale) external {
        address from = _patientAt(patient);
        IFolders.Rekey memory act = _epoch(from, _listOf((set % 15) + 1));
        if (stale % 3 == 0) act.previous[0] = "an older one";
        if (stale % 5 == 0) ++act.records;
        address sender = _either(by, from);
        bool expected = sender == from && stale % 3 != 0 && stale % 5 != 0;
        _call("rekey", sender, abi.encodeCall(IFolders.rekey, (act, "")), expected);
        if (expected) ++acts[from];
    }

    /// @notice What `canAccess` should say, by the book.
    function mayRead(address patient, address reader, uint8 folder) public view returns (bool) {
        if (patient == reader) return true;
        Right storage right = _rights[patient][reader];
        bool covered = (right.folders >> folder) & 1 == 1;
        return covered && _inForce(reader) && _running(right, _standings[reader]);
    }

    function _byAdmin(string memory name, uint256 by, bytes memory data, bool possible) private returns (bool) {
        address sender = _either(by, admin);
        bool expected = sender == admin && possible;
        _call(name, sender, data, expected);
        return expected;
    }

    function _call(string memory name, address sender, bytes memory data, bool expected) private {
        bool success;
        _inBatch = !_inBatch;
        if (_inBatch) {
            bytes[] memory calls = new bytes[](2);
            calls[1] = data;
            success = _bring(sender, _carried(calls, GAS))[1];
        } else {
            vm.prank(sender);
            (success, ) = address(chain).call(data);
        }
        if (success != expected) revert Unexpected(name, success);
    }

    /// @dev Half of the time the one named, else anybody.
    function _either(uint256 choice, address named) private view returns (address) {
        return choice % 2 == 0 ? named : _people[(choice / 2) % PEOPLE];
    }

    function _keyOf(address account) private pure returns (uint256) {
        for (uint256 key = 1; key < PEOPLE; ++key) if (vm.addr(key) == account) return key;
        return ADMIN_KEY;
    }

    function _adminAct(address account) private view returns (IAccounts.AdminAct memory) {
        return IAccounts.AdminAct(admin, account, _nonce(admin), _deadline());
    }

    function _inForce(address reader) private view returns (bool) {
        Standing storage standing = _standings[reader];
        return standing.since != 0 && !standing.suspended && !_hasEnded(standing);
    }

    function _hasEnded(Standing storage standing) private view returns (bool) {
        return standing.licenceUntil != 0 && standing.licenceUntil <= block.timestamp;
    }

    function _running(Right storage right, Standing storage standing) private view returns (bool) {
        return block.timestamp < right.until && right.since >= standing.since;
    }

    function _doctorAt(uint256 i) private view returns (address) {
        return _people[i % DOCTORS];
    }

    function _patientAt(uint256 i) private view returns (address) {
        return _people[DOCTORS + (i % PATIENTS)];
    }

    function _listOf(uint8 set) private pure returns (uint8[] memory folders) {
        uint8 count = 0;
        for (uint8 i = 0; i < FOLDERS; ++i) count += (set >> i) & 1;
        folders = new uint8[](count);
        count = 0;
        for (uint8 i = 0; i < FOLDERS; ++i) if ((set >> i) & 1 == 1) folders[count++] = i;
    }
}
