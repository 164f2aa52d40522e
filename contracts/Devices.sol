// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Accounts} from "./Accounts.sol";
import {IKeys} from "./interfaces/IKeys.sol";

/// @title Device keys, which may sign `LogViews` and `Rekey` and nothing else
abstract contract Devices is Accounts, IKeys {
    /// @custom:storage-location erc7201:medical-chain.storage.Devices
    struct DevicesStorage {
        mapping(address account => mapping(address device => uint40 until)) trust;
    }

    /// @dev keccak256(abi.encode(uint256(keccak256("medical-chain.storage.Devices")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant DEVICES_STORAGE =
        0x14512346e53e554465f0a9b53ffdc27840e53807fb90eab4232b934be7897b00;

    uint40 internal constant MAX_TRUST = 90 days;

    bytes32 private constant TRUST_DEVICE =
        keccak256("TrustDevice(address account,address device,uint40 until,uint256 nonce,uint40 deadline)");
    bytes32 private constant DISTRUST_DEVICE =
        keccak256("DistrustDevice(address account,address device,uint256 nonce,uint40 deadline)");

    /// @inheritdoc IKeys
    function trustDevice(TrustDevice calldata act, bytes calldata signature) external {
        _authorizeAccount(act.account, TRUST_DEVICE, 5, 0, signature);
        _requireInForce(act.account, 0);
        if (act.until <= _time()) revert EndPassed(act.until, _time());
        if (act.until > _time() + MAX_TRUST) revert TrustTooLong(act.until, _time() + MAX_TRUST);
        _trust(act.account, act.device, act.until);
        _extendAccounts(
            act.account,
            DeviceTrusted.selector,
            _word(act.device),
            abi.encode(PREVIOUS_CHANGE, act.until)
        );
    }

    /// @inheritdoc IKeys
    function distrustDevice(DistrustDevice calldata act, bytes calldata signature) external {
        _authorizeAccount(act.account, DISTRUST_DEVICE, 4, 0, signature);
        if (!_isTrusted(act.account, act.device)) revert DeviceNotTrusted(act.account, act.device);
        _devicesStorage().trust[act.account][act.device] = 0;
        _extendAccounts(act.account, DeviceDistrusted.selector, act.device);
    }

    /// @inheritdoc IKeys
    function deviceTrustedUntil(address account, address device) external view returns (uint40 until) {
        return _isTrusted(account, device) ? _devicesStorage().trust[account][device] : 0;
    }

    function _trust(address account, address device, uint40 until) internal {
        if (device == address(0) || device == account) revert InvalidDevice(device);
        _devicesStorage().trust[account][device] = until;
    }

    function _isTrusted(address account, address device) internal view returns (bool) {
        return _time() < _devicesStorage().trust[account][device];
    }

    /// @dev Whether the account, its custodian or a device it trusts has sent the act without a signature. Refuses anybody else.
    function _isSentByAccountOrDevice(address account, bytes calldata signature) internal view returns (bool) {
        if (signature.length != 0) return false;
        if (msg.sender != account && !_isTrusted(account, msg.sender) && !_isSentFor(account)) {
            revert SignatureMissing(account);
        }
        return true;
    }

    /// @return by the account, or the device it trusts, that signed
    function _requireAccountOrDevice(
        address account,
        bytes32 structHash,
        bytes calldata signature
    ) internal view returns (address by) {
        bytes32 digest = _digest(structHash);
        by = _recover(digest, signature);
        if (by != account && !_isTrusted(account, by)) {
            _requireSignature(account, digest, signature);
            by = account;
        }
    }

    function _devicesStorage() private pure returns (DevicesStorage storage $) {
        assembly ("memory-safe") {
            $.slot := DEVICES_STORAGE
        }
    }
}
