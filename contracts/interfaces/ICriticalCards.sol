// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title A patient's critical card, which doctors read without an emergency
/// @notice The card is a block; only its pointer stands in the patient's history. The newest `CriticalCardSet` counts, and one
/// without a pointer turns it off. Neither act changes a right.
interface ICriticalCards {
    /// @notice The message of `SetCriticalCard`, signed by the patient.
    /// @param card pointer to the block that is sealed to the doctors; zero turns it off
    struct SetCriticalCard {
        address patient;
        bytes32 card;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `ViewCriticalCard`, signed by the doctor before it is shown.
    struct ViewCriticalCard {
        address doctor;
        address patient;
        bytes32 card;
        uint256 nonce;
        uint40 deadline;
    }

    event CriticalCardSet(address indexed patient, bytes32 indexed card, uint48 previousChange);
    event CriticalCardViewed(
        address indexed patient,
        address indexed doctor,
        uint48 previousChange,
        bytes32 card
    );

    /// @notice Writes it, renews it, or turns it off. A suspended patient can turn it off too.
    function setCriticalCard(SetCriticalCard calldata act, bytes calldata signature) external;

    /// @notice Writes down that a doctor in force looks at it. Counts among the 20 requests a day (`IAccess`).
    function viewCriticalCard(ViewCriticalCard calldata act, bytes calldata signature) external;
}
