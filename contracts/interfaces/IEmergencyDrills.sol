// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Drills of a plan for emergencies
/// @notice A patient calls one; guardians answer, each by handing over their share of a key that opens nothing. It changes no
/// state: no request waits, no right arises, and no answer counts in an emergency. That a drill was called, and who
/// answered it when, stands in the patient's history.
interface IEmergencyDrills {
    /// @notice The message of `CallEmergencyDrill`, signed by the patient.
    /// @param kit pointer to a block like a plan's kit, whose key stands in no keyring
    struct CallEmergencyDrill {
        address patient;
        bytes32 kit;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `AnswerEmergencyDrill`, signed by a guardian who has accepted the plan that stands.
    /// @param kit the drill's, as it was called
    /// @param share pointer to a block with the guardian's share of that kit, re-wrapped to the patient
    struct AnswerEmergencyDrill {
        address guardian;
        address patient;
        bytes32 kit;
        bytes32 share;
        uint256 nonce;
        uint40 deadline;
    }

    event EmergencyDrillCalled(
        address indexed patient,
        bytes32 indexed kit,
        uint48 previousChange,
        uint32 plan
    );
    event EmergencyDrillAnswered(
        address indexed patient,
        address indexed guardian,
        uint48 previousChange,
        bytes32 kit,
        bytes32 share
    );

    /// @notice Asks the guardians of the plan that stands to practise.
    function callEmergencyDrill(CallEmergencyDrill calldata act, bytes calldata signature) external;

    /// @notice Practises. Whether there is such a drill is not looked at: an answer to none means nothing.
    function answerEmergencyDrill(AnswerEmergencyDrill calldata act, bytes calldata signature) external;
}
