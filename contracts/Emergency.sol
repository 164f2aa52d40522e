// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Emergencies} from "./Emergencies.sol";
import {FolderSets, IDENTITY} from "./FolderSets.sol";
import {Head} from "./Heads.sol";
import {Right} from "./Standing.sol";
import {IAccess} from "./interfaces/IAccess.sol";
import {IAccounts} from "./interfaces/IAccounts.sol";
import {IEmergency} from "./interfaces/IEmergency.sol";
import {IKeys} from "./interfaces/IKeys.sol";

/// @title Access in an emergency
/// @dev Code without a state of its own: `MedicalChain` hands it each call that it doesn't know, as a DELEGATECALL.
contract Emergency is Emergencies, IEmergency {
    bytes32 private constant SET_EMERGENCY_PLAN =
        keccak256(
            "SetEmergencyPlan(address patient,uint8[] folders,address[] guardians,uint8 threshold,uint32 wait,uint32 duration,bytes32 kit,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant ACCEPT_GUARDIAN =
        keccak256("AcceptGuardian(address guardian,address patient,uint32 plan,uint256 nonce,uint40 deadline)");
    bytes32 private constant RESIGN_GUARDIAN =
        keccak256("ResignGuardian(address guardian,address patient,uint256 nonce,uint40 deadline)");
    bytes32 private constant REQUEST_EMERGENCY =
        keccak256("RequestEmergency(address doctor,address patient,bytes32 reason,uint256 nonce,uint40 deadline)");
    bytes32 private constant APPROVE_EMERGENCY =
        keccak256(
            "ApproveEmergency(address guardian,address patient,uint32 request,bytes32 share,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant VETO_EMERGENCY =
        keccak256("VetoEmergency(address by,address patient,uint32 request,uint256 nonce,uint40 deadline)");
    bytes32 private constant OPEN_EMERGENCY =
        keccak256("OpenEmergency(address by,address patient,uint32 request,uint256 nonce,uint40 deadline)");
    bytes32 private constant EXTEND_EMERGENCY =
        keccak256("ExtendEmergency(address guardian,address patient,uint32 request,uint256 nonce,uint40 deadline)");
    bytes32 private constant CLOSE_EMERGENCY =
        keccak256("CloseEmergency(address by,address patient,uint32 request,uint256 nonce,uint40 deadline)");
    bytes32 private constant REVIEW_EMERGENCY =
        keccak256("ReviewEmergency(address patient,uint32 request,uint8 verdict,uint256 nonce,uint40 deadline)");

    uint256 private constant PLAN_FIELDS = 9;
    /// @dev Fields 1 and 2.
    uint256 private constant PLAN_LISTS = 6;

    uint256 private constant MAX_GUARDIANS = 8;
    uint32 private constant MAX_WAIT = 12 hours;
    uint32 private constant MAX_DURATION = 7 days;
    uint40 private constant REQUEST_LIFE = 24 hours;

    uint8 private constant WAITING = 1;
    uint8 private constant OPEN = 2;
    uint8 private constant EXTENDED = 3;
    uint8 private constant VETOED = 4;
    uint8 private constant CLOSED = 5;
    /// @dev Beside any of them.
    uint8 private constant REVIEWED = 128;

    uint8 private constant LAST_VERDICT = 3;

    address private immutable _SELF = address(this);

    /// @dev Here itself nobody is registered, so that no act could succeed; this says why.
    modifier delegated() {
        if (address(this) == _SELF) revert NotCalledHere();
        _;
    }

    /// @inheritdoc IEmergency
    function setEmergencyPlan(SetEmergencyPlan calldata act, bytes calldata signature) external delegated {
        uint256 nonce = _authorize(act.patient, SET_EMERGENCY_PLAN, PLAN_FIELDS, PLAN_LISTS, signature);
        Head head = _usePatientNonce(act.patient, nonce);
        Plan memory plan = _emergencies().plans[act.patient];
        plan.folders = act.threshold == 0 ? _noFolders(act, plan) : _plannedFolders(act);
        ++plan.version;
        plan.wait = act.wait;
        plan.duration = act.duration;
        plan.threshold = act.threshold;
        _emergencies().plans[act.patient] = plan;
        _name(act.patient, act.guardians, plan.version);
        _extendPatient(
            act.patient,
            head,
            EmergencyPlanSet.selector,
            act.kit,
            abi.encode(
                PREVIOUS_CHANGE,
                plan.version,
                plan.folders,
                act.threshold,
                act.wait,
                act.duration,
                act.guardians
            )
        );
    }

    /// @inheritdoc IEmergency
    function acceptGuardian(AcceptGuardian calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.guardian, ACCEPT_GUARDIAN, 5, 0, signature);
        _requireInForce(act.guardian, 0);
        uint32 current = _currentPlan(act.patient);
        if (act.plan != current) revert NoSuchPlan(act.patient, act.plan, current);
        Guardian storage guardian = _named(act.patient, act.guardian, current);
        if (guardian.accepted) revert AlreadyGuardian(act.patient, act.guardian);
        guardian.accepted = true;
        _note(act.patient, GuardianAccepted.selector, act.guardian, abi.encode(PREVIOUS_CHANGE, current));
    }

    /// @inheritdoc IEmergency
    function resignGuardian(ResignGuardian calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.guardian, RESIGN_GUARDIAN, 4, 0, signature);
        uint32 current = _currentPlan(act.patient);
        _named(act.patient, act.guardian, current).accepted = false;
        _note(act.patient, GuardianResigned.selector, act.guardian, abi.encode(PREVIOUS_CHANGE, current));
    }

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
    function emergencyPlanOf(
        address patient
    )
        external
        view
        returns (uint32 version, uint64 folders, uint8 threshold, uint32 wait, uint32 duration, uint32 requests)
    {
        Plan storage plan = _emergencies().plans[patient];
        return (plan.version, plan.folders, plan.threshold, plan.wait, plan.duration, plan.requests);
    }

    /// @inheritdoc IEmergency
    function guardianOf(address patient, address guardian) external view returns (bool named, bool accepted) {
        Guardian storage found = _emergencies().guardians[patient][guardian];
        Plan storage plan = _emergencies().plans[patient];
        named = plan.threshold != 0 && found.plan == plan.version;
        accepted = named && found.accepted;
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

    /// @inheritdoc IEmergency
    function emergencyRightOf(
        address patient,
        address doctor
    ) external view returns (uint40 since, uint40 until, uint64 folders) {
        Right storage right = _emergencyRight(patient, doctor);
        return (right.since, right.until, right.folders);
    }

    /// @dev Emits an event of the patient's history by somebody who used no number of the patient's.
    function _note(address patient, bytes32 kind, address other, bytes memory data) private {
        _extendPatient(patient, _past(patient).head, kind, _word(other), data);
    }

    /// @dev The message that ends a plan. Allowed to a suspended patient: it gives nobody anything.
    function _noFolders(SetEmergencyPlan calldata act, Plan memory plan) private pure returns (uint64) {
        if (plan.threshold == 0) revert NoSuchPlan(act.patient, plan.version, 0);
        bool empty = act.folders.length == 0 && act.wait == 0 && act.duration == 0 && act.kit == 0;
        if (!empty || act.guardians.length != 0) revert InvalidThreshold(0, act.guardians.length);
        return 0;
    }

    function _plannedFolders(SetEmergencyPlan calldata act) private view returns (uint64 folders) {
        _requireInForce(act.patient, PATIENT);
        _requirePointer(act.kit);
        folders = FolderSets.fromList(act.folders);
        if (folders & IDENTITY == 0) revert IAccess.IdentityFolderMissing(act.patient, address(0));
        uint256 guardians = act.guardians.length;
        if (act.threshold > guardians || guardians > MAX_GUARDIANS) {
            revert InvalidThreshold(act.threshold, guardians);
        }
        if (act.wait > MAX_WAIT || act.duration == 0 || act.duration > MAX_DURATION) {
            revert InvalidTimes(act.wait, act.duration);
        }
    }

    /// @dev Gives each guardian a place in the plan. Who accepted under the plan before it still does.
    function _name(address patient, address[] calldata guardians, uint32 version) private {
        mapping(address => Guardian) storage ofPatient = _emergencies().guardians[patient];
        for (uint8 place = 0; place < guardians.length; ++place) {
            address account = guardians[place];
            _requireInForce(account, 0);
            if (_person(account).keyVersion == 0) revert IKeys.NotJoined(account);
            Guardian storage guardian = ofPatient[account];
            uint32 named = guardian.plan;
            if (account == patient || named == version) revert InvalidGuardian(patient, account);
            ofPatient[account] = Guardian(version, place, guardian.accepted && named + 1 == version);
        }
    }

    /// @dev Zero when the patient has none.
    function _currentPlan(address patient) private view returns (uint32) {
        Plan storage plan = _emergencies().plans[patient];
        return plan.threshold == 0 ? 0 : plan.version;
    }

    function _named(address patient, address account, uint32 plan) private view returns (Guardian storage guardian) {
        guardian = _emergencies().guardians[patient][account];
        if (plan == 0 || guardian.plan != plan) revert NotGuardian(patient, account);
    }

    /// @dev Refuses anybody but a guardian in force by the request's plan who has accepted and is not the doctor.
    /// @return place the guardian's place in the plan
    function _requireGuardian(
        address patient,
        address account,
        Request storage request
    ) private view returns (uint8 place) {
        _requireInForce(account, 0);
        Guardian storage guardian = _named(patient, account, request.plan);
        if (!guardian.accepted) revert NotGuardian(patient, account);
        if (account == request.doctor) revert OwnEmergency(account);
        return guardian.place;
    }

    function _request(address patient, uint32 number) private view returns (Request storage request) {
        request = _emergencies().requests[patient][number];
        if (request.state == 0) revert NotWaiting(patient, number, 0);
    }

    /// @dev Refuses a request that isn't waiting, is over 24 hours old, or was made under another plan.
    function _waiting(
        address patient,
        uint32 number
    ) private view returns (Request storage request, Plan storage plan) {
        request = _emergencies().requests[patient][number];
        plan = _emergencies().plans[patient];
        if (_state(request) != WAITING) revert NotWaiting(patient, number, _state(request));
        uint40 end = request.time + REQUEST_LIFE;
        if (_time() >= end) revert RequestExpired(patient, number, end);
        uint32 current = plan.threshold == 0 ? 0 : plan.version;
        if (request.plan != current) revert NoSuchPlan(patient, request.plan, current);
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

    function _end(Request storage request, uint8 state) private {
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

    function _state(Request storage request) private view returns (uint8) {
        return request.state & ~REVIEWED;
    }

    function _withState(Request storage request, uint8 state) private view returns (uint8) {
        return (request.state & REVIEWED) | state;
    }

    function _count(uint8 set) private pure returns (uint8 count) {
        for (; set != 0; set &= set - 1) ++count;
    }
}
