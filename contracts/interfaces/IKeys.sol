// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Public keys and trusted devices
/// @notice A public key is published by its owner's own signature, which is emitted for good. No admin can set it.
interface IKeys {
    /// @notice The message of `Join`, signed by `account`.
    /// @param publicKey pointer to the public key (SPKI, DER)
    /// @param device key of this device, trusted for 90 days; zero for none
    /// @param folders a patient's first folders, ascending; empty for anybody else
    /// @param keyrings the first keyring of each of them
    struct Join {
        address account;
        bytes32 publicKey;
        address device;
        uint8[] folders;
        bytes32[] keyrings;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `PublishKey`, signed by `account`.
    /// @param compromised whether somebody else may know the key before; patients' apps re-key then
    struct PublishKey {
        address account;
        bytes32 publicKey;
        bool compromised;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `TrustDevice`, signed by `account`.
    /// @param until end of the trust, 90 days ahead at most
    struct TrustDevice {
        address account;
        address device;
        uint40 until;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `DistrustDevice`, signed by `account`.
    struct DistrustDevice {
        address account;
        address device;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `OfferKeys`, signed by `from`.
    /// @param to the patient who lost their key
    /// @param block pointer to a block with what `from` can still open, re-wrapped to `to`
    struct OfferKeys {
        address from;
        address to;
        bytes32 block;
        uint256 nonce;
        uint40 deadline;
    }

    /// @dev Holds every signed field, so that the signature can be checked from the event alone.
    event Joined(
        address indexed account,
        address indexed device,
        uint48 previousChange,
        bytes32 publicKey,
        uint8[] folders,
        bytes32[] keyrings,
        uint256 nonce,
        uint40 deadline,
        bytes signature
    );
    /// @dev Holds every signed field, so that the signature can be checked from the event alone.
    event KeyPublished(
        address indexed account,
        bytes32 indexed publicKey,
        uint48 previousChange,
        uint16 keyVersion,
        bool compromised,
        uint256 nonce,
        uint40 deadline,
        bytes signature
    );
    event DeviceTrusted(address indexed account, address indexed device, uint48 previousChange, uint40 until);
    event DeviceDistrusted(address indexed account, address indexed device, uint48 previousChange);
    /// @dev Belongs to no history.
    event KeysOffered(address indexed from, address indexed to, bytes32 block);

    /// @notice `account` has joined already: `publishKey` replaces the key.
    error AlreadyJoined(address account);

    /// @notice `account` has not published a key yet.
    error NotJoined(address account);

    /// @notice A device can't be zero or the account itself.
    error InvalidDevice(address device);

    /// @notice A device can be trusted until `latest` at most (90 days ahead).
    error TrustTooLong(uint40 until, uint40 latest);

    /// @notice `account` does not trust `device` now.
    error DeviceNotTrusted(address account, address device);

    /// @notice Publishes the first key, trusts this device, and opens a patient's first folders, in one prompt.
    function join(Join calldata act, bytes calldata signature) external;

    /// @notice Replaces the public key.
    function publishKey(PublishKey calldata act, bytes calldata signature) external;

    /// @notice Lets a device key sign `LogViews` and `Rekey` for the account.
    function trustDevice(TrustDevice calldata act, bytes calldata signature) external;

    /// @notice Ends the trust at once. A suspended account can do this too.
    function distrustDevice(DistrustDevice calldata act, bytes calldata signature) external;

    /// @notice Offers keys back to a patient, by somebody who has a right there.
    function offerKeys(OfferKeys calldata act, bytes calldata signature) external;

    /// @notice Until when `account` trusts `device`, in seconds since 1970; zero when it does not.
    function deviceTrustedUntil(address account, address device) external view returns (uint40 until);
}
