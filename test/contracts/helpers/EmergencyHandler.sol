// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IMedicalChain} from "../../../contracts/interfaces/IMedicalChain.sol";
import {IAccounts} from "../../../contracts/interfaces/IAccounts.sol";
import {IEmergency} from "../../../contracts/interfaces/IEmergency.sol";
import {IEmergencyPlans} from "../../../contracts/interfaces/IEmergencyPlans.sol";
import {EmergencyBook} from "./EmergencyBook.sol";

/// @title Anybody tries anything in an emergency of one patient, and a second, simpler book is kept (`EmergencyBook`)
/// @dev As in `ClinicHandler`: a refusal or a success that the book does not expect fails the run.
contract EmergencyHandler is EmergencyBook {
    error Unexpected(string act, bool success);

    constructor() {
        _openClinic();
        for (uint256 key = 1; key <= 3; ++key) {
            _joinDoctor(key);
            _since[vm.addr(key)] = block.timestamp;
        }
        patient = _joinPatient(PATIENT, FOLDERS);
        _joinPatient(5, FOLDERS);
        // Doctors 2 and 3 and the other patient: without a plan to begin with, most runs would open nothing.
        set(1, 3, 22, 2, 0);
        accept(1);
        accept(2);
        accept(4);
    }

    function contractUnderTest() external view returns (IMedicalChain) {
        return chain;
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + _bound(time, 0, 9 hours));
        vm.roll(block.number + 1);
    }

    function set(uint256 by, uint8 folders, uint8 guardians, uint8 threshold, uint256 wait) public {
        address sender = by % 4 == 1 ? patient : person(by / 4);
        guardians = guardians & 23;
        // One or two, and now and then more than there may be guardians.
        threshold = threshold % 8 == 0 ? 4 : 1 + (threshold % 2);
        IEmergencyPlans.SetEmergencyPlan memory act = IEmergencyPlans.SetEmergencyPlan({
            patient: patient,
            folders: _listOf((folders % 16) | 1),
            guardians: _peopleOf(guardians),
            threshold: threshold,
            wait: uint32(wait % 3 hours),
            duration: uint32(1 hours + (wait % 7 hours)),
            kit: "kit",
            nonce: _patientNonce(patient),
            deadline: _deadline()
        });
        bool expected = sender == patient && threshold <= act.guardians.length;
        for (uint256 i = 0; i < act.guardians.length; ++i) if (_suspended[act.guardians[i]]) expected = false;
        _call("set", sender, abi.encodeCall(IEmergencyPlans.setEmergencyPlan, (act, "")), expected);
        if (!expected) return;
        for (uint256 i = 0; i < PEOPLE; ++i) {
            if (!_named[plan.version][person(i)]) _accepted[person(i)] = false;
        }
        plan = Plan(plan.version + 1, (folders % 16) | 1, threshold, act.wait, act.duration);
        for (uint256 i = 0; i < act.guardians.length; ++i) _named[plan.version][act.guardians[i]] = true;
    }

    function accept(uint256 by) public {
        address account = person(by);
        IEmergencyPlans.AcceptGuardian memory act = IEmergencyPlans.AcceptGuardian(
            account,
            patient,
            plan.version,
            _nonce(account),
            _deadline()
        );
        bool expected = _isNamed(account) && !_accepted[account] && !_suspended[account];
        _call("accept", account, abi.encodeCall(IEmergencyPlans.acceptGuardian, (act, "")), expected);
        if (expected) _accepted[account] = true;
    }

    function resign(uint256 by) external {
        address account = person(by);
        IEmergencyPlans.ResignGuardian memory act = IEmergencyPlans.ResignGuardian(
            account,
            patient,
            _nonce(account),
            _deadline()
        );
        _call("resign", account, abi.encodeCall(IEmergencyPlans.resignGuardian, (act, "")), _isNamed(account));
        if (_isNamed(account)) _accepted[account] = false;
    }

    function request(uint256 by) external {
        address doctor = by % 4 == 0 ? person(by / 4) : vm.addr(1 + (by % 3));
        IEmergency.RequestEmergency memory act = IEmergency.RequestEmergency(
            doctor,
            patient,
            "reason",
            _nonce(doctor),
            _deadline()
        );
        bool expected = _isDoctor(doctor) && plan.threshold != 0 && _held(doctor) < 3;
        if (chain.requestsToday(doctor) == 20) expected = false;
        _call("request", doctor, abi.encodeCall(IEmergency.requestEmergency, (act, "")), expected);
        if (!expected) return;
        Request storage made = _requests.push();
        made.doctor = doctor;
        made.plan = plan.version;
        made.madeAt = block.timestamp;
    }

    function approve(uint256 by, uint256 which) external {
        (uint32 number, Request storage asked) = _pick(which);
        if (number == 0) return;
        address account = by % 3 == 0 ? person(by / 3) : _firstGuardian(by);
        IEmergency.ApproveEmergency memory act = IEmergency.ApproveEmergency(
            account,
            patient,
            number,
            "share",
            _nonce(account),
            _deadline()
        );
        bool expected = _waits(asked) && _guards(account, asked) && !_hasApproved(account, asked);
        _call("approve", account, abi.encodeCall(IEmergency.approveEmergency, (act, "")), expected);
        if (expected) asked.approved.push(account);
    }

    function veto(uint256 by, uint256 which) external {
        (uint32 number, Request storage asked) = _pick(which);
        if (number == 0) return;
        address account = person(by);
        bytes memory data = abi.encodeCall(IEmergency.vetoEmergency, (_act(account, number), ""));
        bool expected = _waits(asked) && (account == patient || _guards(account, asked));
        _call("veto", account, data, expected);
        if (expected) asked.fate = Fate.Ended;
    }

    function open(uint256 by, uint256 which) external {
        (uint32 number, Request storage asked) = _pick(which);
        if (number == 0) return;
        address account = person(by);
        bytes memory data = abi.encodeCall(IEmergency.openEmergency, (_act(account, number), ""));
        bool agreed = asked.approved.length >= plan.threshold && block.timestamp >= asked.madeAt + plan.wait;
        bool doctorStood = _isDoctor(asked.doctor) && _since[asked.doctor] <= asked.madeAt;
        bool expected = _waits(asked) && agreed && doctorStood && _isMember(account) && !_reads(asked.doctor);
        _call("open", account, data, expected);
        if (!expected) return;
        ++opened;
        asked.fate = Fate.Open;
        asked.openedAt = block.timestamp;
        asked.until = block.timestamp + plan.duration;
        asked.folders = plan.folders;
    }

    function extend(uint256 by, uint256 which) external {
        (uint32 number, Request storage asked) = _pick(which);
        if (number == 0) return;
        address account = person(by);
        IEmergency.ExtendEmergency memory act = IEmergency.ExtendEmergency(
            account,
            patient,
            number,
            _nonce(account),
            _deadline()
        );
        bool expected = _runs(asked) && !asked.extended && asked.plan == plan.version && _guards(account, asked);
        _call("extend", account, abi.encodeCall(IEmergency.extendEmergency, (act, "")), expected);
        if (!expected) return;
        asked.extended = true;
        asked.until += plan.duration;
    }

    function close(uint256 by, uint256 which) external {
        (uint32 number, Request storage asked) = _pick(which);
        if (number == 0) return;
        address account = by % 2 == 0 ? asked.doctor : person(by / 2);
        bytes memory data = abi.encodeCall(IEmergency.closeEmergency, (_act(account, number), ""));
        bool expected = (account == patient || account == asked.doctor) &&
            (asked.fate == Fate.Waiting || _runs(asked));
        _call("close", account, data, expected);
        if (!expected) return;
        asked.fate = Fate.Ended;
    }

    function suspend(uint256 doctor) external {
        address account = vm.addr(1 + (doctor % 3));
        IAccounts.AdminAct memory act = IAccounts.AdminAct(admin, account, _nonce(admin), _deadline());
        _call("suspend", admin, abi.encodeCall(IAccounts.suspend, (act, "")), !_suspended[account]);
        _suspended[account] = true;
    }

    function reinstate(uint256 doctor) external {
        address account = vm.addr(1 + (doctor % 3));
        IAccounts.AdminAct memory act = IAccounts.AdminAct(admin, account, _nonce(admin), _deadline());
        _call("reinstate", admin, abi.encodeCall(IAccounts.reinstate, (act, "")), _suspended[account]);
        if (_suspended[account]) _since[account] = block.timestamp;
        _suspended[account] = false;
    }

    function _act(address by, uint32 number) private view returns (IEmergency.EmergencyAct memory) {
        return IEmergency.EmergencyAct(by, patient, number, _nonce(by), _deadline());
    }

    function _call(string memory name, address sender, bytes memory data, bool expected) private {
        vm.prank(sender);
        (bool success, ) = address(chain).call(data);
        if (success != expected) revert Unexpected(name, success);
    }

    function _peopleOf(uint8 mask) private pure returns (address[] memory people) {
        uint256 count = 0;
        for (uint8 i = 0; i < 8; ++i) count += (mask >> i) & 1;
        people = new address[](count);
        count = 0;
        for (uint8 i = 0; i < 8; ++i) if ((mask >> i) & 1 == 1) people[count++] = person(i);
    }

    function _listOf(uint8 mask) private pure returns (uint8[] memory folders) {
        uint8 count = 0;
        for (uint8 i = 0; i < FOLDERS; ++i) count += (mask >> i) & 1;
        folders = new uint8[](count);
        count = 0;
        for (uint8 i = 0; i < FOLDERS; ++i) if ((mask >> i) & 1 == 1) folders[count++] = i;
    }
}
