// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Right, Standing} from "./Standing.sol";

/// @title What stands in state about emergencies
/// @dev Each is one slot:
/// ```
/// plans[patient]               folders 64 │ version 32 │ requests 32 │ wait 32 │ duration 32 │ threshold 8
/// guardians[patient][guardian] plan 32 │ place 8 │ accepted 8
/// requests[patient][number]    doctor 160 │ time 40 │ plan 32 │ approvals 8 │ state 8 │ place 8
/// rights[patient][doctor]      as in `Right`
/// places[doctor]               three times 40: until when a request holds the place
/// ```
abstract contract Emergencies is Standing {
    struct Plan {
        uint64 folders;
        uint32 version;
        uint32 requests;
        uint32 wait;
        uint32 duration;
        uint8 threshold;
    }

    /// @dev `plan` is the newest plan that names the guardian, `place` where it does.
    struct Guardian {
        uint32 plan;
        uint8 place;
        bool accepted;
    }

    /// @dev `time` is when it was made and, once it has been opened, when that was. Bit n of `approvals` is the guardian at
    /// place n of the plan.
    struct Request {
        address doctor;
        uint40 time;
        uint32 plan;
        uint8 approvals;
        uint8 state;
        uint8 place;
    }

    /// @custom:storage-location erc7201:medical-chain.storage.Emergencies
    struct EmergenciesStorage {
        mapping(address patient => Plan) plans;
        mapping(address patient => mapping(address guardian => Guardian)) guardians;
        mapping(address patient => mapping(uint32 number => Request)) requests;
        mapping(address patient => mapping(address doctor => Right)) rights;
        mapping(address doctor => uint40[3]) places;
    }

    /// @dev keccak256(abi.encode(uint256(keccak256("medical-chain.storage.Emergencies")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant EMERGENCIES_STORAGE =
        0x779f6571dfb317be396f35c482269691e1287691096eaa1ba92a353501664200;

    function _emergencyRight(address patient, address doctor) internal view returns (Right storage) {
        return _emergencies().rights[patient][doctor];
    }

    function _emergencies() internal pure returns (EmergenciesStorage storage $) {
        assembly ("memory-safe") {
            $.slot := EMERGENCIES_STORAGE
        }
    }
}
