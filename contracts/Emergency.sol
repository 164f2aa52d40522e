// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {CriticalCards} from "./CriticalCards.sol";
import {Custodians} from "./Custodians.sol";
import {EmergencyDrills} from "./EmergencyDrills.sol";
import {EmergencyRequests} from "./EmergencyRequests.sol";
import {Head} from "./Heads.sol";
import {Right} from "./Standing.sol";
import {IAccounts} from "./interfaces/IAccounts.sol";
import {IEmergency} from "./interfaces/IEmergency.sol";

/// @title Access in an emergency
/// @dev Code without a state of its own: `MedicalChain` hands it each call that it doesn't know, as a DELEGATECALL.
contract Emergency is EmergencyRequests, EmergencyDrills, CriticalCards, Custodians {
    bytes32 private constant OPEN_EMERGENCY =
        keccak256("OpenEmergency(address by,address patient,uint32 request,uint256 nonce,uint40 deadline)");
    bytes32 private constant EXTEND_EMERGENCY =
        keccak256("ExtendEmergency(address guardian,address patient,uint32 request,uint256 nonce,uint40 deadline)");
    bytes32 private constant CLOSE_EMERGENCY =
        keccak256("CloseEmergency(address by,address patient,uint32 request,uint256 nonce,uint40 deadline)");
    bytes32 private constant REVIEW_EMERGENCY =
        keccak256("ReviewEmergency(address patient,uint32 request,uint8 verdict,uint256 nonce,uint40 deadline)");

    uint8 private constant OPEN = 2;
    uint8 private constant EXTENDED = 3;
    uint8 private constant CLOSED = 5;

    uint8 private constant LAST_VERDICT = 3;

    /// @inheritdoc IEmergency
    function openEmergency(EmergencyAct calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.by, OPEN_EMERGENCY, 5, 0, signature);
        _requireInForce(act.by, 0);
        (Request storage request, Plan storage plan) = _waiting(act.patient, act.request);
        address doctor = request.doctor;
        _requireReady(act.patient, act.request, request, plan);
        uint40 until = _time() + plan.duration;
        uint64 folders = plan.folders;
        _emergencies().rights[act.patient][doctor] = Right(_time(), until, false, false, folders);
        request.time = _time();
        request.state = _withState(request, OPEN);
        _emergencies().places[doctor][request.place] = until;
        _note(
            act.patient,
            EmergencyOpened.selector,
            doctor,
            abi.encode(PREVIOUS_CHANGE, act.request, folders, until)
        );
    }

    /// @inheritdoc IEmergency
    function extendEmergency(ExtendEmergency calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.guardian, EXTEND_EMERGENCY, 5, 0, signature);
        Request storage request = _request(act.patient, act.request);
        _requireGuardian(act.patient, act.guardian, request);
        Plan storage plan = _emergencies().plans[act.patient];
        if (request.plan != plan.version) revert NoSuchPlan(act.patient, request.plan, plan.version);
        if (_state(request) != OPEN) revert NotOpen(act.patient, act.request);
        Right storage right = _runningRight(act.patient, act.request, request);
        uint40 until = right.until + plan.duration;
        right.until = until;
        request.state = _withState(request, EXTENDED);
        _emergencies().places[request.doctor][request.place] = until;
        _note(
            act.patient,
            EmergencyExtended.selector,
            act.guardian,
            abi.encode(PREVIOUS_CHANGE, act.request, until)
        );
    }

    /// @inheritdoc IEmergency
    function closeEmergency(EmergencyAct calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.by, CLOSE_EMERGENCY, 5, 0, signature);
        Request storage request = _request(act.patient, act.request);
        if (act.by != act.patient && act.by != request.doctor) {
            revert NotForYou(act.patient, act.request, act.by);
        }
        if (_state(request) != WAITING) _runningRight(act.patient, act.request, request).until = _time();
        _end(request, CLOSED);
        _note(act.patient, EmergencyClosed.selector, act.by, abi.encode(PREVIOUS_CHANGE, act.request));
    }

    /// @inheritdoc IEmergency
    function reviewEmergency(ReviewEmergency calldata act, bytes calldata signature) external delegated {
        uint256 nonce = _authorize(act.patient, REVIEW_EMERGENCY, 5, 0, signature);
        Head head = _usePatientNonce(act.patient, nonce);
        Request storage request = _request(act.patient, act.request);
        bool invalid = act.verdict == 0 || act.verdict > LAST_VERDICT;
        if (invalid || request.state & REVIEWED != 0) {
            revert InvalidVerdict(act.patient, act.request, act.verdict);
        }
        request.state |= REVIEWED;
        _extendPatient(
            act.patient,
            head,
            EmergencyReviewed.selector,
            _word(request.doctor),
            abi.encode(PREVIOUS_CHANGE, act.request, act.verdict)
        );
    }

    /// @inheritdoc IEmergency
    function emergencyRightOf(
        address patient,
        address doctor
    ) external view returns (uint40 since, uint40 until, uint64 folders) {
        Right storage right = _emergencyRight(patient, doctor);
        return (right.since, right.until, right.folders);
    }

    /// @dev Refuses to open without the plan's approvals, before its wait is over, or for a doctor whose standing began
    /// anew after asking.
    function _requireReady(
        address patient,
        uint32 number,
        Request storage request,
        Plan storage plan
    ) private view {
        uint8 approvals = _count(request.approvals);
        if (approvals < plan.threshold) revert ApprovalsMissing(patient, number, approvals, plan.threshold);
        uint40 readyAt = request.time + plan.wait;
        if (_time() < readyAt) revert WaitNotOver(patient, number, readyAt);
        address account = request.doctor;
        _requireInForce(account, DOCTOR);
        Person storage doctor = _person(account);
        if (doctor.since > request.time) revert IAccounts.NotInForce(account, DOCTOR);
        if (_isRunning(_emergencyRight(patient, account), doctor)) revert AlreadyOpen(patient, account);
    }

    /// @dev The right that this very request opened, which still runs.
    function _runningRight(
        address patient,
        uint32 number,
        Request storage request
    ) private view returns (Right storage right) {
        right = _emergencyRight(patient, request.doctor);
        uint8 state = _state(request);
        bool opened = (state == OPEN || state == EXTENDED) && right.since == request.time;
        if (!opened || _time() >= right.until) revert NotOpen(patient, number);
    }
}
