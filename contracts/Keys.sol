// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Rights} from "./Rights.sol";
import {IKeys} from "./interfaces/IKeys.sol";

/// @title Joining, and publishing one's public key
abstract contract Keys is Rights {
    bytes32 private constant JOIN =
        keccak256(
            "Join(address account,bytes32 publicKey,address device,uint8[] folders,bytes32[] keyrings,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant PUBLISH_KEY =
        keccak256(
            "PublishKey(address account,bytes32 publicKey,bool compromised,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant OFFER_KEYS =
        keccak256("OfferKeys(address from,address to,bytes32 block,uint256 nonce,uint40 deadline)");

    /// @inheritdoc IKeys
    function join(Join calldata act, bytes calldata signature) external {
        _requireGiven(act.account, signature);
        _authorizeAccount(act.account, JOIN, 7, 24, signature);
        _requireInForce(act.account, 0);
        if (_person(act.account).keyVersion != 0) revert AlreadyJoined(act.account);
        _publish(act.account, act.publicKey);
        if (act.device != address(0)) _trust(act.account, act.device, _time() + MAX_TRUST);
        _extendAccounts(
            act.account,
            Joined.selector,
            _word(act.device),
            abi.encode(
                PREVIOUS_CHANGE,
                act.publicKey,
                act.folders,
                act.keyrings,
                act.nonce,
                act.deadline,
                signature
            )
        );
        if (act.folders.length + act.keyrings.length != 0) {
            _requireInForce(act.account, PATIENT);
            _open(act.account, _past(act.account).head, act.folders, act.keyrings);
        }
    }

    /// @inheritdoc IKeys
    function publishKey(PublishKey calldata act, bytes calldata signature) external {
        _requireGiven(act.account, signature);
        _authorizeAccount(act.account, PUBLISH_KEY, 5, 0, signature);
        _requireInForce(act.account, 0);
        if (_person(act.account).keyVersion == 0) revert NotJoined(act.account);
        uint16 version = _publish(act.account, act.publicKey);
        _extendAccounts(
            act.account,
            KeyPublished.selector,
            act.publicKey,
            abi.encode(PREVIOUS_CHANGE, version, act.compromised, act.nonce, act.deadline, signature)
        );
    }

    /// @inheritdoc IKeys
    function offerKeys(OfferKeys calldata act, bytes calldata signature) external {
        _authorizeAccount(act.from, OFFER_KEYS, 5, 0, signature);
        _requirePointer(act.block);
        if (!_holds(act.to, act.from, LICENSED)) revert NoRight(act.to, act.from);
        emit KeysOffered(act.from, act.to, act.block);
    }

    function _publish(address account, bytes32 publicKey) private returns (uint16 version) {
        _requirePointer(publicKey);
        Person storage person = _person(account);
        version = ++person.keyVersion;
        person.publicKey = publicKey;
    }
}
