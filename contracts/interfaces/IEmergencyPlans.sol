// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Plans for emergencies and their guardians
/// @notice What a plan is good for, and the rules on guardians: `IEmergency`.
interface IEmergencyPlans {
    /// @notice The message of `SetEmergencyPlan`, signed by the patient. With `threshold` zero it ends the plan, and all other
    /// fields are empty.
    /// @param folders ascending; begins with 0, the identity
    /// @param guardians eight at most, each once
    /// @param threshold how many of them must approve
    /// @param wait seconds from a request until it can be opened; 12 hours at most
    /// @param duration seconds that the right lasts; 7 days at most. A guardian can extend it once by as much
    /// @param kit pointer to the block that holds the sealed key and the guardians' shares
    struct SetEmergencyPlan {
        address patient;
        uint8[] folders;
        address[] guardians;
        uint8 threshold;
        uint32 wait;
        uint32 duration;
        bytes32 kit;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `AcceptGuardian`, signed by the guardian.
    /// @param plan number of the plan that the guardian saw
    struct AcceptGuardian {
        address guardian;
        address patient;
        uint32 plan;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `ResignGuardian`, signed by the guardian.
    struct ResignGuardian {
        address guardian;
        address patient;
        uint256 nonce;
        uint40 deadline;
    }

    /// @dev `threshold` and `kit` are zero when the plan has ended.
    event EmergencyPlanSet(
        address indexed patient,
        bytes32 indexed kit,
        uint48 previousChange,
        uint32 plan,
        uint64 folders,
        uint8 threshold,
        uint32 wait,
        uint32 duration,
        address[] guardians
    );
    event GuardianAccepted(address indexed patient, address indexed guardian, uint48 previousChange, uint32 plan);
    event GuardianResigned(address indexed patient, address indexed guardian, uint48 previousChange, uint32 plan);

    /// @notice The code of the emergency functions was called itself, not at the clinic's contract.
    error NotCalledHere();

    /// @notice `threshold` of so many guardians can't be, or something is left over in the message that ends a plan.
    error InvalidThreshold(uint8 threshold, uint256 guardians);

    /// @notice A wait of over 12 hours, or a duration of none or over 7 days.
    error InvalidTimes(uint32 wait, uint32 duration);

    /// @notice The patient can't be a guardian of themself, and nobody is one twice.
    error InvalidGuardian(address patient, address guardian);

    /// @notice `guardian` is no guardian by the patient's plan now, or has not accepted.
    error NotGuardian(address patient, address guardian);

    /// @notice `guardian` has accepted already.
    error AlreadyGuardian(address patient, address guardian);

    /// @notice The patient has no plan, or another one by now: `current`, zero for none.
    error NoSuchPlan(address patient, uint32 plan, uint32 current);

    /// @notice Replaces the plan, or ends it. Requests that are waiting are void then; what is open goes on.
    function setEmergencyPlan(SetEmergencyPlan calldata act, bytes calldata signature) external;

    /// @notice Agrees to be a guardian.
    function acceptGuardian(AcceptGuardian calldata act, bytes calldata signature) external;

    /// @notice Is a guardian no longer, or will not be one.
    function resignGuardian(ResignGuardian calldata act, bytes calldata signature) external;

    /// @notice The patient's plan as it stands.
    /// @return version number of the newest plan, also when it has ended; zero when there never was one
    /// @return folders the planned folders as 64 bits
    /// @return threshold how many guardians must approve; zero when there is no plan
    /// @return wait seconds from a request until it can be opened
    /// @return duration seconds that the right lasts
    /// @return requests how many requests there have been
    function emergencyPlanOf(
        address patient
    )
        external
        view
        returns (uint32 version, uint64 folders, uint8 threshold, uint32 wait, uint32 duration, uint32 requests);

    /// @notice Whether `guardian` is named by the patient's plan as it stands, and has accepted.
    function guardianOf(address patient, address guardian) external view returns (bool named, bool accepted);
}
