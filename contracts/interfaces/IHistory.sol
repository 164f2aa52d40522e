// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title The rolling hashes that prove a copy of the events whole and unedited
/// @notice There is one history per patient, and one for all accounts. Each event below extends exactly one of them:
///
/// - **the history of the patient in the event's first topic**: `FoldersOpened`, `FoldersRekeyed`, `RecordAdded`,
///   `AccessGiven`, `AccessRemoved`, `RecordViewed`, `EmergencyPlanSet`, `GuardianAccepted`, `GuardianResigned`,
///   `EmergencyRequested`, `EmergencyApproved`, `EmergencyVetoed`, `EmergencyOpened`, `EmergencyExtended`,
///   `EmergencyClosed`, `EmergencyReviewed`, `EmergencyDrillCalled`, `EmergencyDrillAnswered`,
///   `CriticalCardSet`, `CriticalCardViewed`, `CustodianSet`, `HandedOver`;
/// - **the accounts' history**: `Registered`, `Claimed`, `ProfileUpdated`, `Suspended`, `Reinstated`, `AdminAppointed`,
///   `AdminDismissed`, `SuccessorNamed`, `Joined`, `KeyPublished`, `DeviceTrusted`, `DeviceDistrusted`;
/// - **none**: `AccessRequested`, `AccessDeclined`, `KeysOffered`, `ActRefused`. They ask, offer or say that nothing changed,
///   and no right follows from them.
///
/// The rule works on the raw log, so that it can be followed without an ABI. A history starts at zero, and each event makes
///
/// ```
/// history = keccak256(history ‖ number ‖ timestamp ‖ topic 0 ‖ topic 1 ‖ topic 2 ‖ data)
/// ```
///
/// with the block's number and timestamp as 32-byte big-endian numbers, and topics and data exactly as in the log.
/// Every event of a history has two indexed fields, hence three topics. Topic 0 is the kind of event.
///
/// The first 32 bytes of `data` are `previousChange`: the number of the block of the event before it in the same history
/// (zero for the first). To walk a past backwards: read all of that history's events in block `lastChange`, go on with the
/// `previousChange` of the first of them. Further events in a block carry that block's own number.
interface IHistory {
    /// @notice Where a patient's history stands.
    /// @return lastChange block of the last event in the patient's history, zero when there is none
    /// @return records number of records, and the id of the newest one; ids start at 1
    /// @return nonce next number for the patient's acts
    function headOf(address patient) external view returns (uint48 lastChange, uint40 records, uint64 nonce);

    /// @notice The rolling hash of the patient's history.
    function historyOf(address patient) external view returns (bytes32 history);

    /// @notice The rolling hash of the accounts' history, and the block of its last event.
    function accountsHistory() external view returns (bytes32 history, uint48 lastChange);
}
