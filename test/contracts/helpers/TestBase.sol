// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @notice The cheat codes these tests use; Hardhat and Foundry both know them.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 key) external pure returns (address);
    function assume(bool condition) external pure;
    function expectRevert(bytes calldata reason) external;
    function getCode(string calldata artifact) external view returns (bytes memory creationCode);
    function getRecordedLogs() external returns (Log[] memory logs);
    function prank(address sender) external;
    function recordLogs() external;
    function revertToState(uint256 snapshot) external returns (bool success);
    function roll(uint256 number) external;
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function snapshotState() external returns (uint256 snapshot);
    function warp(uint256 time) external;
}

/// @title What a Solidity test needs, instead of forge-std
abstract contract TestBase {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    address[] private _targets;

    error Unequal(uint256 left, uint256 right);
    error NotDeployed(string name);

    /// @dev The contracts whose functions an invariant run calls.
    function targetContracts() public view returns (address[] memory) {
        return _targets;
    }

    /// @dev By the name of its artifact. With `new`, the compiler would optimise all of it once more for each contract that
    /// deploys it.
    function _deploy(string memory name, bytes memory constructorArguments) internal returns (address deployed) {
        bytes memory code = bytes.concat(vm.getCode(name), constructorArguments);
        assembly ("memory-safe") {
            deployed := create(0, add(code, 0x20), mload(code))
        }
        if (deployed == address(0)) revert NotDeployed(name);
    }

    function _target(address target) internal {
        _targets.push(target);
    }

    function _equal(uint256 left, uint256 right) internal pure {
        if (left != right) revert Unequal(left, right);
    }

    function _equal(bool left, bool right) internal pure {
        _equal(left ? 1 : 0, right ? 1 : 0);
    }

    /// @dev `value` brought into a range, both ends included.
    function _bound(uint256 value, uint256 lowest, uint256 highest) internal pure returns (uint256) {
        return lowest + (value % (highest - lowest + 1));
    }
}
