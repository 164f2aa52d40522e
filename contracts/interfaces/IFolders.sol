// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title A patient's folders
/// @notice A folder is a number from 0 to 63; what it means stands in sealed bytes only. Folder 0 holds the identity.
/// Each folder in use has two pointers: the keyring, and, after a re-key, the catalog. Pointers are compared with those the
/// signer saw, so that two devices can't overwrite each other. Lists of folders are ascending, each folder once.
/// Events carry a set of folders as 64 bits (bit n for folder n); lists beside it follow the order of the set bits.
interface IFolders {
    /// @notice The message of `OpenFolders`, signed by the patient.
    struct OpenFolders {
        address patient;
        uint8[] folders;
        bytes32[] keyrings;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `Rekey`, signed by the patient or by a device the patient trusts.
    /// @param previous the keyrings that the signer saw
    /// @param keyrings the keyrings of the next epoch
    /// @param catalogs the catalogs of the next epoch; zero for a folder that has none, as before its first re-key
    /// @param records the number of records that the signer saw
    struct Rekey {
        address patient;
        uint8[] folders;
        bytes32[] previous;
        bytes32[] keyrings;
        bytes32[] catalogs;
        uint40 records;
        uint256 nonce;
        uint40 deadline;
    }

    event FoldersOpened(
        address indexed patient,
        uint64 indexed folders,
        uint48 previousChange,
        bytes32[] keyrings
    );
    /// @dev `by` is the patient or the device that signed.
    event FoldersRekeyed(
        address indexed patient,
        address indexed by,
        uint48 previousChange,
        uint64 folders,
        bytes32[] keyrings,
        bytes32[] catalogs
    );

    /// @notice The list is empty, goes beyond 63, or is not ascending at `folder`.
    error InvalidFolders(uint256 folder);

    /// @notice The folder is open already.
    error FolderOpen(address patient, uint8 folder);

    /// @notice The folder's keyring is `current`, zero when it was never opened.
    error StaleKeyring(address patient, uint8 folder, bytes32 given, bytes32 current);

    /// @notice The patient has `current` records by now.
    error StaleRecords(address patient, uint40 given, uint40 current);

    /// @notice Opens folders with their first keyrings.
    function openFolders(OpenFolders calldata act, bytes calldata signature) external;

    /// @notice Begins the next epoch of folders. Costs the same whatever the number of records. Signed by the wallet, it
    /// can also put any earlier keyring and catalog back. A suspended patient can do this too.
    function rekey(Rekey calldata act, bytes calldata signature) external;

    /// @notice The current keyring and catalog of a folder; zero when there is none.
    function folderOf(address patient, uint8 folder) external view returns (bytes32 keyring, bytes32 catalog);
}
