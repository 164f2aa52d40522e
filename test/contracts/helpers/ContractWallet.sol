// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title A wallet of two owners, both of whom must sign (ERC-1271), and who together can send
contract ContractWallet is IERC1271 {
    address private immutable _first;
    address private immutable _second;

    error NotAnOwner(address sender);

    constructor(address first, address second) {
        _first = first;
        _second = second;
    }

    /// @dev Stands for what a multisig does once enough owners agree.
    function execute(address target, bytes calldata data) external {
        if (msg.sender != _first) revert NotAnOwner(msg.sender);
        (bool success, bytes memory result) = target.call(data);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 0x20), mload(result))
            }
        }
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        bool valid = signature.length == 130 &&
            ECDSA.recoverCalldata(hash, signature[:65]) == _first &&
            ECDSA.recoverCalldata(hash, signature[65:]) == _second;
        return valid ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}

/// @title Code for a delegated account (EIP-7702) that knows nothing of ERC-1271
contract PlainDelegate {
    function ping() external pure returns (uint256) {
        return 1;
    }
}

/// @title Takes all the gas it is given
contract GreedyWallet is IERC1271 {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        uint256 round = 0;
        while (true) ++round;
        return IERC1271.isValidSignature.selector;
    }
}

/// @title Says yes once a call of its own, made when it is asked, has changed something
contract MeddlingWallet {
    address private immutable _target;
    bytes private _data;

    constructor(address target, bytes memory data) {
        _target = target;
        _data = data;
    }

    fallback(bytes calldata) external returns (bytes memory) {
        (bool success, ) = _target.call(_data);
        return abi.encode(success ? IERC1271.isValidSignature.selector : bytes4(0xffffffff));
    }
}
