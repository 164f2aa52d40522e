// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {EmergencyPlans} from "./EmergencyPlans.sol";
import {Head} from "./Heads.sol";
import {IEmergencyDrills} from "./interfaces/IEmergencyDrills.sol";

/// @title Drills of a plan for emergencies
/// @dev Writes nothing but the patient's history.
abstract contract EmergencyDrills is EmergencyPlans, IEmergencyDrills {
    bytes32 private constant CALL_EMERGENCY_DRILL =
        keccak256("CallEmergencyDrill(address patient,bytes32 kit,uint256 nonce,uint40 deadline)");
    bytes32 private constant ANSWER_EMERGENCY_DRILL =
        keccak256(
            "AnswerEmergencyDrill(address guardian,address patient,bytes32 kit,bytes32 share,uint256 nonce,uint40 deadline)"
        );

    /// @inheritdoc IEmergencyDrills
    function callEmergencyDrill(CallEmergencyDrill calldata act, bytes calldata signature) external delegated {
        uint256 nonce = _authorize(act.patient, CALL_EMERGENCY_DRILL, 4, 0, signature);
        Head head = _usePatientNonce(act.patient, nonce);
        _requireInForce(act.patient, PATIENT);
        _requirePointer(act.kit);
        uint32 plan = _currentPlan(act.patient);
        if (plan == 0) revert NoSuchPlan(act.patient, 0, 0);
        _extendPatient(
            act.patient,
            head,
            EmergencyDrillCalled.selector,
            act.kit,
            abi.encode(PREVIOUS_CHANGE, plan)
        );
    }

    /// @inheritdoc IEmergencyDrills
    function answerEmergencyDrill(AnswerEmergencyDrill calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.guardian, ANSWER_EMERGENCY_DRILL, 6, 0, signature);
        _requireInForce(act.guardian, 0);
        _requirePointer(act.kit);
        _requirePointer(act.share);
        if (!_named(act.patient, act.guardian, _currentPlan(act.patient)).accepted) {
            revert NotGuardian(act.patient, act.guardian);
        }
        _note(
            act.patient,
            EmergencyDrillAnswered.selector,
            act.guardian,
            abi.encode(PREVIOUS_CHANGE, act.kit, act.share)
        );
    }
}
