// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {EmergencyPlans} from "./EmergencyPlans.sol";
import {IEmergency} from "./interfaces/IEmergency.sol";
import {IKeys} from "./interfaces/IKeys.sol";

/// @title Asking in an emergency, and what guardians and the patient say
abstract contract EmergencyRequests is EmergencyPlans, IEmergency {
    bytes32 private constant REQUEST_EMERGENCY =
        keccak256("RequestEmergency(address doctor,address patient,bytes32 reason,uint256 nonce,uint40 deadline)");
    bytes32 private constant APPROVE_EMERGENCY =
        keccak256(
            "ApproveEmergency(address guardian,address patient,uint32 request,bytes32 share,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant VETO_EMERGENCY =
        keccak256("VetoEmergency(address by,address patient,uint32 request,uint256 nonce,uint40 deadline)");

    uint40 private constant REQUEST_LIFE = 24 hours;

    uint8 internal constant WAITING = 1;
    uint8 private constant VETOED = 4;
    /// @dev Beside any state.
    uint8 internal constant REVIEWED = 128;

    /// @inheritdoc IEmergency
    function requestEmergency(RequestEmergency calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.doctor, REQUEST_EMERGENCY, 5, 0, signature);
        _requireInForce(act.doctor, DOCTOR);
        if (_person(act.doctor).keyVersion == 0) revert IKeys.NotJoined(act.doctor);
        if (act.doctor == act.patient) revert OwnEmergency(act.doctor);
        _requirePointer(act.reason);
        Plan storage plan = _emergencies().plans[act.patient];
        uint32 version = plan.version;
        if (plan.threshold == 0) revert NoSuchPlan(act.patient, version, 0);
        _countRequest(act.doctor);
        uint32 number = ++plan.requests;
        _emergencies().requests[act.patient][number] = Request({
            doctor: act.doctor,
            time: _time(),
            plan: version,
            approvals: 0,
            state: WAITING,
            place: _takePlace(act.doctor)
        });
        _note(
            act.patient,
            EmergencyRequested.selector,
            act.doctor,
            abi.encode(PREVIOUS_CHANGE, number, version, act.reason)
        );
    }

    /// @inheritdoc IEmergency
    function approveEmergency(ApproveEmergency calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.guardian, APPROVE_EMERGENCY, 6, 0, signature);
        (Request storage request, ) = _waiting(act.patient, act.request);
        uint8 bit = uint8(1) << _requireGuardian(act.patient, act.guardian, request);
        uint8 approvals = request.approvals;
        if (approvals & bit != 0) revert AlreadyApproved(act.patient, act.request, act.guardian);
        _requirePointer(act.share);
        request.approvals = approvals | bit;
        _note(
            act.patient,
            EmergencyApproved.selector,
            act.guardian,
            abi.encode(PREVIOUS_CHANGE, act.request, act.share)
        );
    }

    /// @inheritdoc IEmergency
    function vetoEmergency(EmergencyAct calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.by, VETO_EMERGENCY, 5, 0, signature);
        (Request storage request, ) = _waiting(act.patient, act.request);
        if (act.by != act.patient) _requireGuardian(act.patient, act.by, request);
        _end(request, VETOED);
        _note(act.patient, EmergencyVetoed.selector, act.by, abi.encode(PREVIOUS_CHANGE, act.request));
    }

    /// @inheritdoc IEmergency
    function emergencyRequestOf(
        address patient,
        uint32 request
    )
        external
        view
        returns (address doctor, uint40 time, uint32 plan, uint8 approvals, uint8 state, bool reviewed)
    {
        Request storage found = _emergencies().requests[patient][request];
        return (
            found.doctor,
            found.time,
            found.plan,
            _count(found.approvals),
            _state(found),
            found.state & REVIEWED != 0
        );
    }

    /// @dev Refuses anybody but a guardian in force by the request's plan who has accepted and is not the doctor.
    /// @return place the guardian's place in the plan
    function _requireGuardian(
        address patient,
        address account,
        Request storage request
    ) internal view returns (uint8 place) {
        _requireInForce(account, 0);
        Guardian storage guardian = _named(patient, account, request.plan);
        if (!guardian.accepted) revert NotGuardian(patient, account);
        if (account == request.doctor) revert OwnEmergency(account);
        return guardian.place;
    }

    function _request(address patient, uint32 number) internal view returns (Request storage request) {
        request = _emergencies().requests[patient][number];
        if (request.state == 0) revert NotWaiting(patient, number, 0);
    }

    /// @dev Refuses a request that isn't waiting, is over 24 hours old, or was made under another plan.
    function _waiting(
        address patient,
        uint32 number
    ) internal view returns (Request storage request, Plan storage plan) {
        request = _emergencies().requests[patient][number];
        plan = _emergencies().plans[patient];
        if (_state(request) != WAITING) revert NotWaiting(patient, number, _state(request));
        uint40 end = request.time + REQUEST_LIFE;
        if (_time() >= end) revert RequestExpired(patient, number, end);
        uint32 current = plan.threshold == 0 ? 0 : plan.version;
        if (request.plan != current) revert NoSuchPlan(patient, request.plan, current);
    }

    function _end(Request storage request, uint8 state) internal {
        request.state = _withState(request, state);
        _emergencies().places[request.doctor][request.place] = _time();
    }

    /// @dev Takes the first place that no request holds any more. Writes over a time that is past, so that the slot never
    /// becomes zero and dear again.
    function _takePlace(address doctor) private returns (uint8) {
        uint40[3] storage places = _emergencies().places[doctor];
        uint40 freeAt = type(uint40).max;
        for (uint8 place = 0; place < 3; ++place) {
            uint40 heldUntil = places[place];
            if (heldUntil <= _time()) {
                places[place] = _time() + REQUEST_LIFE;
                return place;
            }
            if (heldUntil < freeAt) freeAt = heldUntil;
        }
        revert TooManyEmergencies(doctor, freeAt);
    }

    function _state(Request storage request) internal view returns (uint8) {
        return request.state & ~REVIEWED;
    }

    function _withState(Request storage request, uint8 state) internal view returns (uint8) {
        return (request.state & REVIEWED) | state;
    }

    function _count(uint8 set) internal pure returns (uint8 count) {
        for (; set != 0; set &= set - 1) ++count;
    }
}
