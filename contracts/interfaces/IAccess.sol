// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Rights: who may read whose folders
/// @notice Only a patient gives a right, by an act or by a plan for emergencies. `canAccess` is the single rule for the contract, the app and the tests.
/// A right holds from `since` to just before `until`, for a reader whose role is in force.
interface IAccess {
    /// @notice The message of `RequestAccess`, signed by the doctor.
    struct RequestAccess {
        address doctor;
        address patient;
        uint8[] folders;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `Decline`, signed by the patient.
    struct Decline {
        address patient;
        address doctor;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `GiveAccess`, signed by the patient. It states the whole right: what it does not name is
    /// given no longer.
    /// @param folders ascending; begins with 0, the identity, unless `listedOnly`
    /// @param mayAdd whether the reader, a doctor, may add records
    /// @param listedOnly whether the reader reads only those records whose keys the keyrings list for them one by one
    /// @param until end of the right
    /// @param previous the keyrings that the patient saw
    /// @param keyrings the keyrings from now on; the same as before where a folder needs no change
    /// @param consent pointer to the consent block
    struct GiveAccess {
        address patient;
        address reader;
        uint8[] folders;
        bool mayAdd;
        bool listedOnly;
        uint40 until;
        bytes32[] previous;
        bytes32[] keyrings;
        bytes32 consent;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `RemoveAccess`, signed by the patient.
    /// @param folders the folders to end; empty for all. When nothing but folder 0 would remain, the right ends.
    struct RemoveAccess {
        address patient;
        address reader;
        uint8[] folders;
        uint256 nonce;
        uint40 deadline;
    }

    /// @dev Belongs to no history.
    event AccessRequested(address indexed patient, address indexed doctor, uint64 folders);
    /// @dev Belongs to no history.
    event AccessDeclined(address indexed patient, address indexed doctor);
    event AccessGiven(
        address indexed patient,
        address indexed reader,
        uint48 previousChange,
        uint64 folders,
        bool mayAdd,
        bool listedOnly,
        uint40 until,
        bytes32 consent,
        bytes32[] keyrings
    );
    /// @dev `remaining` is zero when the right has ended.
    event AccessRemoved(address indexed patient, address indexed reader, uint48 previousChange, uint64 remaining);

    /// @notice The reader has no right there that could end.
    error NoRight(address patient, address reader);

    /// @notice A patient can't give this right to this reader: to themself, or `mayAdd` to somebody who is no doctor or
    /// together with `listedOnly`.
    error InvalidRight(address patient, address reader);

    /// @notice Folder 0, the identity, is shared as long as any other folder is. `reader` is zero for an emergency plan.
    error IdentityFolderMissing(address patient, address reader);

    /// @notice A doctor can ask 20 times a day (days begin at 00:00 UTC).
    error TooManyRequests(address doctor, uint8 limit);

    /// @notice Asks a patient for folders. Changes nothing.
    function requestAccess(RequestAccess calldata act, bytes calldata signature) external;

    /// @notice Says no to a doctor who asked. Changes nothing.
    function decline(Decline calldata act, bytes calldata signature) external;

    /// @notice Gives or replaces a right, and points to the keyrings that carry it.
    function giveAccess(GiveAccess calldata act, bytes calldata signature) external;

    /// @notice Ends a right at once, or some folders of it. A suspended patient can do this too.
    function removeAccess(RemoveAccess calldata act, bytes calldata signature) external;

    /// @notice A right as it was given, whether it still holds or not.
    /// @return since when it began, in seconds since 1970
    /// @return until when it ends or ended
    /// @return mayAdd whether the reader may add records
    /// @return listedOnly whether it covers single listed records only
    /// @return folders the folders as 64 bits
    function rightOf(
        address patient,
        address reader
    ) external view returns (uint40 since, uint40 until, bool mayAdd, bool listedOnly, uint64 folders);

    /// @notice Whether `reader` may read in `folder` now: the patient always, others with a right, given or opened in an
    /// emergency (`IEmergency`). With a listed-only right this is so for the listed records alone.
    function canAccess(address patient, address reader, uint8 folder) external view returns (bool);

    /// @notice Whether `author` may add to `folder` now: the patient to any, a doctor to any but folder 0.
    function canAdd(address patient, address author, uint8 folder) external view returns (bool);

    /// @notice How often `doctor` has asked today.
    function requestsToday(address doctor) external view returns (uint8);
}
