// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAccess} from "../../contracts/interfaces/IAccess.sol";
import {IBatches} from "../../contracts/interfaces/IBatches.sol";
import {IFolders} from "../../contracts/interfaces/IFolders.sol";
import {IRecords} from "../../contracts/interfaces/IRecords.sol";
import {TestClinic} from "./helpers/TestClinic.sol";

/// @title A batch is its acts, one after another
contract BatchesTest is TestClinic {
    uint256 private constant ACTS = 8;
    uint8 private constant FOLDERS = 3;
    uint32 private constant GAS = 400_000;
    uint256 private constant DOCTOR_KEY = 1;
    uint256 private constant PATIENT_KEY = 2;

    address private _doctor;
    address private _patient;

    function setUp() public {
        _openClinic();
        _doctor = _joinDoctor(DOCTOR_KEY);
        _patient = _joinPatient(PATIENT_KEY, FOLDERS);
    }

    /// @dev Most acts of a random list get into each other's way, so that many are refused.
    function testFuzz_ABatchLeavesWhatItsActsLeaveOneAfterAnother(uint256 seed, bool byPatient) public {
        bytes[] memory calls = _randomCalls(seed);
        address sender = byPatient ? _patient : _doctor;
        uint256 start = vm.snapshotState();
        bool[] memory alone = new bool[](ACTS);
        for (uint256 i = 0; i < ACTS; ++i) {
            vm.prank(sender);
            (alone[i], ) = address(chain).call(calls[i]);
        }
        bytes32 expected = _state();
        vm.revertToState(start);

        bool[] memory together = _bringAll(sender, calls, GAS);
        for (uint256 i = 0; i < ACTS; ++i) _equal(together[i], alone[i]);
        _equal(uint256(_state()), uint256(expected));
    }

    /// @dev However little an act is given, the one after it is taken; and it is taken whole or not at all.
    function testFuzz_AnActThatRunsOutOfGasLeavesNothing(uint32 gas) public {
        gas = uint32(_bound(gas, 0, 150_000));
        bytes[] memory calls = new bytes[](2);
        calls[0] = _recordCall(PATIENT_KEY);
        calls[1] = _recordCall(PATIENT_KEY);
        IBatches.Carried[] memory acts = _carried(calls, GAS);
        acts[0].gas = gas;
        bool[] memory taken = _bring(_doctor, acts);
        _equal(taken[1], true);
        (, uint40 records, ) = chain.headOf(_patient);
        _equal(records, taken[0] ? 2 : 1);
    }

    function _bringAll(address sender, bytes[] memory calls, uint32 gas) private returns (bool[] memory) {
        return _bring(sender, _carried(calls, gas));
    }

    function _state() private view returns (bytes32) {
        (uint48 lastChange, uint40 records, uint64 nonce) = chain.headOf(_patient);
        (bytes32 accounts, ) = chain.accountsHistory();
        bytes32 keyrings = 0;
        for (uint8 folder = 0; folder < FOLDERS; ++folder) {
            (bytes32 keyring, bytes32 catalog) = chain.folderOf(_patient, folder);
            keyrings = keccak256(abi.encode(keyrings, keyring, catalog));
        }
        bool reads = chain.canAccess(_patient, _doctor, 1);
        bytes32 past = chain.historyOf(_patient);
        return keccak256(abi.encode(lastChange, records, nonce, accounts, keyrings, reads, past));
    }

    function _randomCalls(uint256 seed) private returns (bytes[] memory calls) {
        calls = new bytes[](ACTS);
        for (uint256 i = 0; i < ACTS; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            uint256 again = (dice >> 8) % ACTS;
            if (dice % 7 == 0 && again < i) calls[i] = calls[again];
            else calls[i] = _randomCall(dice >> 16);
        }
    }

    function _randomCall(uint256 dice) private returns (bytes memory) {
        uint256 kind = dice % 5;
        uint256 ahead = (dice >> 8) % 3;
        if (kind == 0) return _recordCall((dice >> 16) % 2 == 0 ? PATIENT_KEY : DOCTOR_KEY);
        if (kind == 1) {
            IAccess.GiveAccess memory give = _right(_patient, _doctor, _upTo(2), _deadline());
            give.nonce += ahead;
            return abi.encodeCall(IAccess.giveAccess, (give, ""));
        }
        if (kind == 2) {
            uint8[] memory all = new uint8[](0);
            IAccess.RemoveAccess memory remove = IAccess.RemoveAccess(_patient, _doctor, all, 0, _deadline());
            remove.nonce = _patientNonce(_patient) + ahead;
            return abi.encodeCall(IAccess.removeAccess, (remove, ""));
        }
        if (kind == 3) {
            IFolders.Rekey memory rekey = _epoch(_patient, _upTo(1));
            rekey.nonce += ahead;
            return abi.encodeCall(IFolders.rekey, (rekey, ""));
        }
        return abi.encodeWithSelector(bytes4(uint32(dice >> 32)), dice);
    }

    /// @dev A record of the patient's own; anybody else's signature is not good for it.
    function _recordCall(uint256 key) private returns (bytes memory) {
        IRecords.AddRecord memory act = _record(_patient, _patient, 1);
        return abi.encodeCall(IRecords.addRecord, (act, _signRecord(key, act)));
    }
}
