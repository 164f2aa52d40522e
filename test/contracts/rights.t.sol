// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAccess} from "../../contracts/interfaces/IAccess.sol";
import {IActs} from "../../contracts/interfaces/IActs.sol";
import {IFolders} from "../../contracts/interfaces/IFolders.sol";
import {IRecords} from "../../contracts/interfaces/IRecords.sol";
import {TestClinic} from "./helpers/TestClinic.sol";

/// @title Rules on rights and records, for any times, folders, numbers and people
contract RightsTest is TestClinic {
    uint256 private constant DOCTOR_KEY = 1;
    uint256 private constant PATIENT_KEY = 2;
    uint8 private constant FOLDERS = 8;

    address private doctor;
    address private patient;

    function setUp() public {
        _openClinic();
        doctor = _joinDoctor(DOCTOR_KEY);
        patient = _joinPatient(PATIENT_KEY, FOLDERS);
    }

    function testFuzz_ARightHoldsFromItsGivingToJustBeforeItsEnd(uint256 length, uint256 moment) public {
        uint256 start = block.timestamp;
        length = _bound(length, 1, 3650 days);
        moment = _bound(moment, 0, 2 * length);
        _give(_upTo(2), uint40(start + length));
        vm.warp(start + moment);
        _equal(chain.canAccess(patient, doctor, 1), moment < length);
        _equal(chain.canAdd(patient, doctor, 1), moment < length);
    }

    function testFuzz_ARightCoversTheFoldersNamedAndNoOther(uint8 set, uint8 folder) public {
        set |= 1;
        _give(_listOf(set), uint40(block.timestamp + 1));
        bool named = folder < FOLDERS && (set >> folder) & 1 == 1;
        _equal(chain.canAccess(patient, doctor, folder), named);
        _equal(chain.canAdd(patient, doctor, folder), named && folder != 0);
    }

    function testFuzz_NobodyButThePatientGivesAccess(address sender, uint256 key) public {
        key = _bound(key, PATIENT_KEY + 1, type(uint128).max);
        vm.assume(sender != patient);
        IAccess.GiveAccess memory act = _right(patient, doctor, _upTo(2), uint40(block.timestamp + 1 days));
        vm.expectRevert(abi.encodeWithSelector(IActs.SignatureMissing.selector, patient));
        vm.prank(sender);
        chain.giveAccess(act, "");
        bytes memory signature = _sign(key, keccak256(abi.encode(act)));
        vm.expectRevert(abi.encodeWithSelector(IActs.BadSignature.selector, patient));
        vm.prank(sender);
        chain.giveAccess(act, signature);
    }

    function testFuzz_AStrangerCannotAddARecord(uint256 key, uint8 folder) public {
        key = _bound(key, PATIENT_KEY + 1, type(uint128).max);
        address stranger = vm.addr(key);
        IRecords.AddRecord memory act = _record(patient, stranger, folder);
        bytes memory signature = _signRecord(key, act);
        vm.expectRevert(abi.encodeWithSelector(IRecords.MayNotAdd.selector, patient, stranger, folder));
        chain.addRecord(act, signature);
    }

    function testFuzz_AnyBytesAreNoSignature(bytes calldata signature) public {
        vm.assume(signature.length != 0);
        IRecords.AddRecord memory act = _record(patient, patient, 1);
        vm.expectRevert(abi.encodeWithSelector(IActs.BadSignature.selector, patient));
        chain.addRecord(act, signature);
    }

    function testFuzz_ANumberIsUsedOnce(uint256 nonce, uint256 other) public {
        vm.assume(nonce != other);
        IRecords.AddRecord memory act = _record(patient, patient, 1);
        act.nonce = nonce;
        chain.addRecord(act, _signRecord(PATIENT_KEY, act));
        _equal(chain.isNonceUsed(patient, nonce), true);
        _equal(chain.isNonceUsed(patient, other), false);
        bytes memory signature = _signRecord(PATIENT_KEY, act);
        vm.expectRevert(abi.encodeWithSelector(IActs.NonceUsed.selector, patient, nonce));
        chain.addRecord(act, signature);
    }

    function testFuzz_AMessageIsGoodForADay(uint256 deadline) public {
        IRecords.AddRecord memory act = _record(patient, patient, 1);
        act.deadline = uint40(_bound(deadline, 0, block.timestamp + 30 days));
        bytes memory signature = _signRecord(PATIENT_KEY, act);
        uint40 time = uint40(block.timestamp);
        if (act.deadline < time) {
            vm.expectRevert(abi.encodeWithSelector(IActs.DeadlinePassed.selector, act.deadline, time));
        } else if (act.deadline > time + 1 days) {
            vm.expectRevert(abi.encodeWithSelector(IActs.DeadlineTooFar.selector, act.deadline, time + 1 days));
        }
        chain.addRecord(act, signature);
    }

    function test_TheTenThousandthRecordCostsWhatTheTenthDid() public {
        uint256 tenth;
        uint256 last;
        for (uint256 i = 1; i <= 10_000; ++i) {
            last = this.costOfRecord();
            if (i == 10) tenth = last;
        }
        (, uint40 records, ) = chain.headOf(patient);
        _equal(records, 10_000);
        if (last > tenth + 100 || tenth > last + 100) revert Unequal(tenth, last);
    }

    function test_ARekeyCostsTheSameWhateverTheNumberOfRecords() public {
        this.costOfRekey();
        uint256 before = this.costOfRekey();
        for (uint256 i = 0; i < 500; ++i) this.costOfRecord();
        uint256 later = this.costOfRekey();
        if (later > before + 100 || before > later + 100) revert Unequal(before, later);
    }

    /// @dev A call of its own, so that memory does not grow from record to record.
    function costOfRecord() external returns (uint256) {
        IRecords.AddRecord memory act = _record(patient, patient, 1);
        bytes memory data = abi.encodeCall(IRecords.addRecord, (act, _signRecord(PATIENT_KEY, act)));
        return _cost(data);
    }

    function costOfRekey() external returns (uint256) {
        bytes memory data = abi.encodeCall(IFolders.rekey, (_epoch(patient, _upTo(3)), ""));
        vm.prank(patient);
        return _cost(data);
    }

    function _give(uint8[] memory folders, uint40 until) private {
        IAccess.GiveAccess memory act = _right(patient, doctor, folders, until);
        vm.prank(patient);
        chain.giveAccess(act, "");
    }

    function _cost(bytes memory data) private returns (uint256) {
        uint256 gas = gasleft();
        (bool success, ) = address(chain).call(data);
        gas -= gasleft();
        _equal(success, true);
        return gas;
    }

    function _listOf(uint8 set) private pure returns (uint8[] memory folders) {
        uint8[] memory all = new uint8[](FOLDERS);
        uint8 count = 0;
        for (uint8 i = 0; i < FOLDERS; ++i) if ((set >> i) & 1 == 1) all[count++] = i;
        folders = new uint8[](count);
        for (uint8 i = 0; i < count; ++i) folders[i] = all[i];
    }
}
