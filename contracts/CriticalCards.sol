// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {EmergencyPlans} from "./EmergencyPlans.sol";
import {Head} from "./Heads.sol";
import {ICriticalCards} from "./interfaces/ICriticalCards.sol";

/// @title A patient's critical card
/// @dev Stands with emergencies, where there is room, and writes nothing but the patient's history.
abstract contract CriticalCards is EmergencyPlans, ICriticalCards {
    bytes32 private constant SET_CRITICAL_CARD =
        keccak256("SetCriticalCard(address patient,bytes32 card,uint256 nonce,uint40 deadline)");
    bytes32 private constant VIEW_CRITICAL_CARD =
        keccak256("ViewCriticalCard(address doctor,address patient,bytes32 card,uint256 nonce,uint40 deadline)");

    /// @inheritdoc ICriticalCards
    function setCriticalCard(SetCriticalCard calldata act, bytes calldata signature) external delegated {
        uint256 nonce = _authorize(act.patient, SET_CRITICAL_CARD, 4, 0, signature);
        Head head = _usePatientNonce(act.patient, nonce);
        if (act.card != 0) _requireInForce(act.patient, PATIENT);
        _extendPatient(act.patient, head, CriticalCardSet.selector, act.card, abi.encode(PREVIOUS_CHANGE));
    }

    /// @inheritdoc ICriticalCards
    function viewCriticalCard(ViewCriticalCard calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.doctor, VIEW_CRITICAL_CARD, 5, 0, signature);
        _requireInForce(act.doctor, DOCTOR);
        _requireInForce(act.patient, PATIENT);
        _requirePointer(act.card);
        _countRequest(act.doctor);
        _note(act.patient, CriticalCardViewed.selector, act.doctor, abi.encode(PREVIOUS_CHANGE, act.card));
    }
}
