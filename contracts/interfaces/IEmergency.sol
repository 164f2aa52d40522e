// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IEmergencyDrills} from "./IEmergencyDrills.sol";
import {IEmergencyPlans} from "./IEmergencyPlans.sol";

/// @title Access in an emergency, by a plan that the patient made before
/// @notice A plan names folders, guardians, how many of them must agree, how long a request waits, and how long access then
/// lasts. A doctor asks; guardians approve, each by handing their share of the key to that doctor; when enough have, the
/// wait is over and nobody has said no, the right can be opened. It ends by itself. `canAccess` (`IAccess`) knows it.
///
/// - **No way around the plan.** Nobody else can set it, and a request made under one plan is void under the next.
/// - **Guardians** are registered people who have published a key, and never the patient. One counts once they have
///   accepted, until they resign. A guardian who stays from one plan to the next need not accept again.
/// - **A request** can be opened within 24 hours. A doctor has three at most that are waiting or open, and each counts as
///   one of the 20 requests a day (`IAccess`).
/// - **The doctor** must be in force when asking, when it is opened, and all the while: suspending ends the right at once, and
///   reinstating does not revive it. A doctor who is a guardian does not count for their own request.
/// - **The patient** can say no while it waits and end it while it is open, also when suspended.
///
/// Numbers of plans and requests count from 1 for each patient. What a doctor states as reason, kits and shares are blocks;
/// only their pointers stand here. Every event extends the patient's history (`IHistory`).
///
/// These functions are part of the clinic's contract and are called at its address. Their code stands in a second contract
/// (`Emergency`), which refuses to be called itself.
interface IEmergency is IEmergencyPlans, IEmergencyDrills {
    /// @notice The message of `RequestEmergency`, signed by the doctor.
    /// @param reason pointer to a block with the coded reason, sealed to those whom it concerns
    struct RequestEmergency {
        address doctor;
        address patient;
        bytes32 reason;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `ApproveEmergency`, signed by the guardian.
    /// @param share pointer to a block with the guardian's share, re-wrapped to the doctor
    struct ApproveEmergency {
        address guardian;
        address patient;
        uint32 request;
        bytes32 share;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `VetoEmergency`, signed by the patient or a guardian; of `OpenEmergency`, signed by anybody who
    /// has a role in force; and of `CloseEmergency`, signed by the patient or the doctor.
    struct EmergencyAct {
        address by;
        address patient;
        uint32 request;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `ExtendEmergency`, signed by a guardian.
    struct ExtendEmergency {
        address guardian;
        address patient;
        uint32 request;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `ReviewEmergency`, signed by the patient.
    /// @param verdict 1 fine, 2 a question, 3 misuse
    struct ReviewEmergency {
        address patient;
        uint32 request;
        uint8 verdict;
        uint256 nonce;
        uint40 deadline;
    }

    event EmergencyRequested(
        address indexed patient,
        address indexed doctor,
        uint48 previousChange,
        uint32 request,
        uint32 plan,
        bytes32 reason
    );
    event EmergencyApproved(
        address indexed patient,
        address indexed guardian,
        uint48 previousChange,
        uint32 request,
        bytes32 share
    );
    event EmergencyVetoed(address indexed patient, address indexed by, uint48 previousChange, uint32 request);
    event EmergencyOpened(
        address indexed patient,
        address indexed doctor,
        uint48 previousChange,
        uint32 request,
        uint64 folders,
        uint40 until
    );
    event EmergencyExtended(
        address indexed patient,
        address indexed guardian,
        uint48 previousChange,
        uint32 request,
        uint40 until
    );
    event EmergencyClosed(address indexed patient, address indexed by, uint48 previousChange, uint32 request);
    event EmergencyReviewed(
        address indexed patient,
        address indexed doctor,
        uint48 previousChange,
        uint32 request,
        uint8 verdict
    );

    /// @notice Nobody decides on their own request, nor asks for their own records.
    error OwnEmergency(address account);

    /// @notice The doctor has three requests that are waiting or open; the first place is free at `freeAt`.
    error TooManyEmergencies(address doctor, uint40 freeAt);

    /// @notice The request is not waiting: `state` says what became of it (`emergencyRequestOf`).
    error NotWaiting(address patient, uint32 request, uint8 state);

    /// @notice The request could be opened until `end`.
    error RequestExpired(address patient, uint32 request, uint40 end);

    /// @notice The guardian has approved this request.
    error AlreadyApproved(address patient, uint32 request, address guardian);

    /// @notice Fewer guardians have approved than must.
    error ApprovalsMissing(address patient, uint32 request, uint8 approvals, uint8 threshold);

    /// @notice The request can be opened from `readyAt` on.
    error WaitNotOver(address patient, uint32 request, uint40 readyAt);

    /// @notice The doctor has an emergency right there already.
    error AlreadyOpen(address patient, address doctor);

    /// @notice The request is not open, or no longer, or was extended before.
    error NotOpen(address patient, uint32 request);

    /// @notice `by` can't do this.
    error NotForYou(address patient, uint32 request, address by);

    /// @notice There is no such verdict, or the request has one.
    error InvalidVerdict(address patient, uint32 request, uint8 verdict);

    /// @notice Asks for the planned folders.
    function requestEmergency(RequestEmergency calldata act, bytes calldata signature) external;

    /// @notice Agrees, and hands the share over.
    function approveEmergency(ApproveEmergency calldata act, bytes calldata signature) external;

    /// @notice Says no, until the moment it is opened.
    function vetoEmergency(EmergencyAct calldata act, bytes calldata signature) external;

    /// @notice Opens the right, from now on.
    function openEmergency(EmergencyAct calldata act, bytes calldata signature) external;

    /// @notice Lets the right last once more as long as the plan says. Only under the plan it was opened by.
    function extendEmergency(ExtendEmergency calldata act, bytes calldata signature) external;

    /// @notice Ends the right at once, or takes a request back.
    function closeEmergency(EmergencyAct calldata act, bytes calldata signature) external;

    /// @notice Says what the patient thinks of it, once.
    function reviewEmergency(ReviewEmergency calldata act, bytes calldata signature) external;

    /// @notice A request as it stands.
    /// @return doctor who asked; zero when there is no such request
    /// @return time when it was made or, once opened, when that was
    /// @return plan the plan that it was made under
    /// @return approvals how many guardians have approved
    /// @return state 1 waiting, 2 open, 3 open and extended, 4 vetoed, 5 closed. Time alone ends a request or a right too
    /// @return reviewed whether the patient has said what they think of it
    function emergencyRequestOf(
        address patient,
        uint32 request
    )
        external
        view
        returns (address doctor, uint40 time, uint32 plan, uint8 approvals, uint8 state, bool reviewed);

    /// @notice The doctor's newest emergency right, whether it still holds or not.
    function emergencyRightOf(
        address patient,
        address doctor
    ) external view returns (uint40 since, uint40 until, uint64 folders);
}
