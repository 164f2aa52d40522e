// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {Custodies} from "./Custodies.sol";
import {Head} from "./Heads.sol";
import {History} from "./History.sol";
import {Messages} from "./Messages.sol";
import {IActs} from "./interfaces/IActs.sol";

/// @title Checks signatures, deadlines and nonces
/// @dev `Messages` explains `kind`, `fields` and `lists`.
abstract contract Acts is EIP712, History, Custodies, IActs {
    using BitMaps for BitMaps.BitMap;

    /// @custom:storage-location erc7201:medical-chain.storage.Acts
    struct ActsStorage {
        mapping(address signer => BitMaps.BitMap) usedNonces;
    }

    /// @dev keccak256(abi.encode(uint256(keccak256("medical-chain.storage.Acts")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant ACTS_STORAGE =
        0x6532eeec564297bff96526e1d907c4161dfaeb22d40827b63332895ba81e5700;

    uint40 private constant MAX_DEADLINE = 24 hours;

    constructor() EIP712("Medical-Chain", "1") {}

    /// @inheritdoc IActs
    function isNonceUsed(address signer, uint256 nonce) external view returns (bool) {
        return _actsStorage().usedNonces[signer].get(nonce);
    }

    /// @dev Refuses an act whose deadline is not right, or which neither `signer` nor its custodian has sent or signed.
    /// @return nonce the number in the message, for the caller to use up
    function _authorize(
        address signer,
        bytes32 kind,
        uint256 fields,
        uint256 lists,
        bytes calldata signature
    ) internal view returns (uint256 nonce) {
        uint256 pointer = Messages.start(lists);
        nonce = _checkDeadline(pointer, fields);
        if (signature.length == 0) {
            if (!_isSentFor(signer)) revert SignatureMissing(signer);
        } else {
            _requireSignature(signer, _digest(Messages.hash(kind, pointer, fields, lists)), signature);
        }
    }

    /// @dev For a signature that is emitted for good, and so is needed whoever sends the act.
    function _requireGiven(address signer, bytes calldata signature) internal pure {
        if (signature.length == 0) revert SignatureMissing(signer);
    }

    /// @return nonce the field before the deadline
    function _checkDeadline(uint256 pointer, uint256 fields) internal view returns (uint256 nonce) {
        uint256 deadline = Messages.word(pointer, fields - 1);
        if (deadline < block.timestamp) revert DeadlinePassed(uint40(deadline), _time());
        if (deadline > block.timestamp + MAX_DEADLINE) {
            uint40 given = deadline > type(uint40).max ? type(uint40).max : uint40(deadline);
            revert DeadlineTooFar(given, _time() + MAX_DEADLINE);
        }
        return Messages.word(pointer, fields - 2);
    }

    /// @dev Whether the sender is `signer` or acts for it. The custodian is looked up last, so that others pay nothing for it.
    function _isSentFor(address signer) internal view returns (bool) {
        return msg.sender == signer || msg.sender == _custodianOf(signer);
    }

    /// @dev ECDSA first, then ERC-1271: an account with delegated code (EIP-7702) still signs with its key. Then the same for
    /// whoever acts for the signer.
    function _requireSignature(address signer, bytes32 digest, bytes calldata signature) internal view {
        address by = _recover(digest, signature);
        // What can't be recovered is zero, which signs nothing, not even for itself.
        if ((by == signer && by != address(0)) || _isSignedByContract(signer, digest, signature)) return;
        address custodian = _custodianOf(signer);
        bool given = custodian != address(0) &&
            (by == custodian || _isSignedByContract(custodian, digest, signature));
        if (!given) revert BadSignature(signer);
    }

    function _isSignedByContract(
        address signer,
        bytes32 digest,
        bytes calldata signature
    ) private view returns (bool) {
        return SignatureChecker.isValidERC1271SignatureNowCalldata(signer, digest, signature);
    }

    /// @return signer whose key signed; zero when it isn't an ECDSA signature
    function _recover(bytes32 digest, bytes calldata signature) internal pure returns (address signer) {
        (signer, , ) = ECDSA.tryRecoverCalldata(digest, signature);
    }

    function _digest(bytes32 structHash) internal view returns (bytes32) {
        return _hashTypedDataV4(structHash);
    }

    /// @dev Uses up the next number of a patient.
    /// @return head the patient's head from now on, for the caller to store
    function _usePatientNonce(address patient, uint256 nonce) internal view returns (Head head) {
        head = _past(patient).head;
        if (nonce != head.nonce()) revert NonceNotNext(patient, nonce, head.nonce());
        return head.withNextNonce();
    }

    /// @dev Uses up any number of a signer who signs in parallel.
    function _useNonce(address signer, uint256 nonce) internal {
        BitMaps.BitMap storage used = _actsStorage().usedNonces[signer];
        if (used.get(nonce)) revert NonceUsed(signer, nonce);
        used.set(nonce);
    }

    function _requirePointer(bytes32 pointer) internal pure {
        if (pointer == 0) revert EmptyPointer();
    }

    function _time() internal view returns (uint40) {
        return uint40(block.timestamp);
    }

    function _actsStorage() private pure returns (ActsStorage storage $) {
        assembly ("memory-safe") {
            $.slot := ACTS_STORAGE
        }
    }
}
