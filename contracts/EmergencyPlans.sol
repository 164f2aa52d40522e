// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Emergencies} from "./Emergencies.sol";
import {FolderSets, IDENTITY} from "./FolderSets.sol";
import {Head} from "./Heads.sol";
import {IAccess} from "./interfaces/IAccess.sol";
import {IEmergencyPlans} from "./interfaces/IEmergencyPlans.sol";
import {IKeys} from "./interfaces/IKeys.sol";

/// @title Plans for emergencies and their guardians
abstract contract EmergencyPlans is Emergencies, IEmergencyPlans {
    bytes32 private constant SET_EMERGENCY_PLAN =
        keccak256(
            "SetEmergencyPlan(address patient,uint8[] folders,address[] guardians,uint8 threshold,uint32 wait,uint32 duration,bytes32 kit,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant ACCEPT_GUARDIAN =
        keccak256("AcceptGuardian(address guardian,address patient,uint32 plan,uint256 nonce,uint40 deadline)");
    bytes32 private constant RESIGN_GUARDIAN =
        keccak256("ResignGuardian(address guardian,address patient,uint256 nonce,uint40 deadline)");

    uint256 private constant PLAN_FIELDS = 9;
    /// @dev Fields 1 and 2.
    uint256 private constant PLAN_LISTS = 6;

    uint256 private constant MAX_GUARDIANS = 8;
    uint32 private constant MAX_WAIT = 12 hours;
    uint32 private constant MAX_DURATION = 7 days;

    address private immutable _SELF = address(this);

    /// @dev Here itself nobody is registered, so that no act could succeed; this says why.
    modifier delegated() {
        if (address(this) == _SELF) revert NotCalledHere();
        _;
    }

    /// @inheritdoc IEmergencyPlans
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

    /// @inheritdoc IEmergencyPlans
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

    /// @inheritdoc IEmergencyPlans
    function resignGuardian(ResignGuardian calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.guardian, RESIGN_GUARDIAN, 4, 0, signature);
        uint32 current = _currentPlan(act.patient);
        _named(act.patient, act.guardian, current).accepted = false;
        _note(act.patient, GuardianResigned.selector, act.guardian, abi.encode(PREVIOUS_CHANGE, current));
    }

    /// @inheritdoc IEmergencyPlans
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

    /// @inheritdoc IEmergencyPlans
    function guardianOf(address patient, address guardian) external view returns (bool named, bool accepted) {
        Guardian storage found = _emergencies().guardians[patient][guardian];
        Plan storage plan = _emergencies().plans[patient];
        named = plan.threshold != 0 && found.plan == plan.version;
        accepted = named && found.accepted;
    }

    /// @dev Emits an event of the patient's history by somebody who used no number of the patient's.
    function _note(address patient, bytes32 kind, address other, bytes memory data) internal {
        _extendPatient(patient, _past(patient).head, kind, _word(other), data);
    }

    /// @dev Zero when the patient has none.
    function _currentPlan(address patient) internal view returns (uint32) {
        Plan storage plan = _emergencies().plans[patient];
        return plan.threshold == 0 ? 0 : plan.version;
    }

    function _named(address patient, address account, uint32 plan) internal view returns (Guardian storage guardian) {
        guardian = _emergencies().guardians[patient][account];
        if (plan == 0 || guardian.plan != plan) revert NotGuardian(patient, account);
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
}
