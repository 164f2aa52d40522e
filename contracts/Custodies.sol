// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @dev Who acts for a patient, and until when. One slot: custodian 160 │ until 40
struct Custody {
    address custodian;
    uint40 until;
}

/// @title What stands in state about custodians
/// @dev `custodies[patient]`, one slot, as in `Custody`
abstract contract Custodies {
    /// @custom:storage-location erc7201:medical-chain.storage.Custodies
    struct CustodiesStorage {
        mapping(address patient => Custody) custodies;
    }

    /// @dev keccak256(abi.encode(uint256(keccak256("medical-chain.storage.Custodies")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant CUSTODIES_STORAGE =
        0x01e6b50d5c8399c1190e890638088ac4465607bc488a693c5f95719b3938a800;

    /// @return custodian who acts for `account` now; zero when nobody does
    function _custodianOf(address account) internal view returns (address custodian) {
        Custody storage custody = _custody(account);
        if (block.timestamp < custody.until) custodian = custody.custodian;
    }

    function _custody(address patient) internal view returns (Custody storage) {
        return _custodiesStorage().custodies[patient];
    }

    function _custodiesStorage() private pure returns (CustodiesStorage storage $) {
        assembly ("memory-safe") {
            $.slot := CUSTODIES_STORAGE
        }
    }
}
