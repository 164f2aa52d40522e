// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Devices} from "./Devices.sol";
import {FolderSets} from "./FolderSets.sol";
import {Messages} from "./Messages.sol";
import {Head} from "./Heads.sol";
import {IFolders} from "./interfaces/IFolders.sol";

/// @title Folders, their keyrings and catalogs
abstract contract Folders is Devices, IFolders {
    struct Folder {
        bytes32 keyring;
        bytes32 catalog;
    }

    /// @custom:storage-location erc7201:medical-chain.storage.Folders
    struct FoldersStorage {
        mapping(address patient => mapping(uint8 number => Folder)) folders;
    }

    /// @dev keccak256(abi.encode(uint256(keccak256("medical-chain.storage.Folders")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant FOLDERS_STORAGE =
        0x6e5a45376280bf6e8300530266974f31f163c9c7ca5d70fec7256bf2d9828d00;

    bytes32 private constant OPEN_FOLDERS =
        keccak256(
            "OpenFolders(address patient,uint8[] folders,bytes32[] keyrings,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant REKEY =
        keccak256(
            "Rekey(address patient,uint8[] folders,bytes32[] previous,bytes32[] keyrings,bytes32[] catalogs,uint40 records,uint256 nonce,uint40 deadline)"
        );

    uint256 private constant REKEY_FIELDS = 8;
    uint256 private constant REKEY_LISTS = 30;

    /// @inheritdoc IFolders
    function openFolders(OpenFolders calldata act, bytes calldata signature) external {
        uint256 nonce = _authorize(act.patient, OPEN_FOLDERS, 5, 6, signature);
        Head head = _usePatientNonce(act.patient, nonce);
        _requireInForce(act.patient, PATIENT);
        _open(act.patient, head, act.folders, act.keyrings);
    }

    /// @inheritdoc IFolders
    /// @dev Only a patient has folders, so that a current keyring is proof of the role.
    function rekey(Rekey calldata act, bytes calldata signature) external {
        uint256 pointer = Messages.start(REKEY_LISTS);
        uint256 nonce = _checkDeadline(pointer, REKEY_FIELDS);
        address by = msg.sender;
        if (!_isSentByAccountOrDevice(act.patient, signature)) {
            bytes32 structHash = Messages.hash(REKEY, pointer, REKEY_FIELDS, REKEY_LISTS);
            by = _requireAccountOrDevice(act.patient, structHash, signature);
        }
        Head head = _usePatientNonce(act.patient, nonce);
        if (act.records != head.records()) revert StaleRecords(act.patient, act.records, head.records());

        uint64 folders = _replaceKeyrings(act.patient, act.folders, act.previous, act.keyrings);
        _replaceCatalogs(act.patient, act.folders, act.catalogs);
        _extendPatient(
            act.patient,
            head,
            FoldersRekeyed.selector,
            _word(by),
            abi.encode(PREVIOUS_CHANGE, folders, act.keyrings, act.catalogs)
        );
    }

    /// @inheritdoc IFolders
    function folderOf(address patient, uint8 folder) external view returns (bytes32 keyring, bytes32 catalog) {
        Folder storage current = _folder(patient, folder);
        return (current.keyring, current.catalog);
    }

    function _folder(address patient, uint8 number) internal view returns (Folder storage) {
        return _foldersStorage().folders[patient][number];
    }

    function _open(
        address patient,
        Head head,
        uint8[] calldata folders,
        bytes32[] calldata keyrings
    ) internal {
        uint64 set = FolderSets.fromList(folders);
        if (keyrings.length != folders.length) revert LengthsDiffer();
        for (uint256 i = 0; i < folders.length; ++i) {
            _requirePointer(keyrings[i]);
            Folder storage folder = _folder(patient, folders[i]);
            if (folder.keyring != 0) revert FolderOpen(patient, folders[i]);
            folder.keyring = keyrings[i];
        }
        _extendPatient(
            patient,
            head,
            FoldersOpened.selector,
            bytes32(uint256(set)),
            abi.encode(PREVIOUS_CHANGE, keyrings)
        );
    }

    function _replaceKeyrings(
        address patient,
        uint8[] calldata folders,
        bytes32[] calldata previous,
        bytes32[] calldata keyrings
    ) internal returns (uint64 set) {
        set = FolderSets.fromList(folders);
        if (previous.length != folders.length || keyrings.length != folders.length) revert LengthsDiffer();
        mapping(uint8 => Folder) storage ofPatient = _foldersStorage().folders[patient];
        for (uint256 i = 0; i < folders.length; ++i) {
            uint8 number = folders[i];
            bytes32 keyring = keyrings[i];
            _requirePointer(keyring);
            Folder storage folder = ofPatient[number];
            _requireCurrent(patient, number, previous[i], folder.keyring);
            folder.keyring = keyring;
        }
    }

    function _replaceCatalogs(
        address patient,
        uint8[] calldata folders,
        bytes32[] calldata catalogs
    ) private {
        if (catalogs.length != folders.length) revert LengthsDiffer();
        mapping(uint8 => Folder) storage ofPatient = _foldersStorage().folders[patient];
        for (uint256 i = 0; i < folders.length; ++i) ofPatient[folders[i]].catalog = catalogs[i];
    }

    /// @dev Refuses a keyring that is not the folder's current one, and a folder that has none.
    function _requireCurrent(address patient, uint8 number, bytes32 keyring, bytes32 current) internal pure {
        if (keyring != current || current == 0) revert StaleKeyring(patient, number, keyring, current);
    }

    function _foldersStorage() private pure returns (FoldersStorage storage $) {
        assembly ("memory-safe") {
            $.slot := FOLDERS_STORAGE
        }
    }
}
