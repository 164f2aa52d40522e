// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {TestClinic} from "./TestClinic.sol";

/// @title What should be so in an emergency of one patient: a second, simpler book than the contract's
abstract contract EmergencyBook is TestClinic {
    uint8 public constant FOLDERS = 4;
    uint256 public constant PEOPLE = 6;
    uint256 internal constant PATIENT = 4;
    uint256 internal constant DAY = 1 days;

    enum Fate {
        Waiting,
        Open,
        Ended
    }

    struct Plan {
        uint32 version;
        uint8 folders;
        uint8 threshold;
        uint256 wait;
        uint256 duration;
    }

    struct Request {
        address doctor;
        uint32 plan;
        uint256 madeAt;
        uint256 openedAt;
        uint256 until;
        uint8 folders;
        bool extended;
        Fate fate;
        address[] approved;
    }

    /// @dev Keys 1 to 3 are doctors, 4 is the patient, 5 another patient, 6 a stranger. The first five can be guardians.
    address public patient;
    Plan public plan;
    mapping(uint32 version => mapping(address account => bool)) internal _named;
    mapping(address account => bool) internal _accepted;
    mapping(address doctor => bool) internal _suspended;
    mapping(address doctor => uint256) internal _since;
    Request[] internal _requests;
    uint256 public opened;

    function person(uint256 i) public pure returns (address) {
        return vm.addr((i % PEOPLE) + 1);
    }

    /// @notice What `canAccess` should say, by the book.
    function mayRead(address reader, uint8 folder) external view returns (bool) {
        if (reader == patient) return true;
        if (!_isDoctor(reader)) return false;
        for (uint256 i = 0; i < _requests.length; ++i) {
            Request storage asked = _requests[i];
            bool covered = (asked.folders >> folder) & 1 == 1;
            if (asked.doctor == reader && covered && _runs(asked) && _since[reader] <= asked.openedAt) return true;
        }
        return false;
    }

    function _reads(address doctor) internal view returns (bool) {
        for (uint256 i = 0; i < _requests.length; ++i) {
            Request storage asked = _requests[i];
            if (asked.doctor == doctor && _runs(asked) && _since[doctor] <= asked.openedAt) return true;
        }
        return false;
    }

    /// @dev Requests that were void by a change of plan hold their place until they would have expired.
    function _held(address doctor) internal view returns (uint256 count) {
        for (uint256 i = 0; i < _requests.length; ++i) {
            Request storage asked = _requests[i];
            bool waits = asked.fate == Fate.Waiting && block.timestamp < asked.madeAt + DAY;
            if (asked.doctor == doctor && (waits || _runs(asked))) ++count;
        }
    }

    function _runs(Request storage asked) internal view returns (bool) {
        return asked.fate == Fate.Open && block.timestamp < asked.until;
    }

    function _waits(Request storage asked) internal view returns (bool) {
        return
            asked.fate == Fate.Waiting &&
            block.timestamp < asked.madeAt + DAY &&
            asked.plan == plan.version;
    }

    function _guards(address account, Request storage asked) internal view returns (bool) {
        return _isNamed(account) && _accepted[account] && !_suspended[account] && account != asked.doctor;
    }

    function _hasApproved(address account, Request storage asked) internal view returns (bool) {
        for (uint256 i = 0; i < asked.approved.length; ++i) if (asked.approved[i] == account) return true;
        return false;
    }

    function _isNamed(address account) internal view returns (bool) {
        return plan.threshold != 0 && _named[plan.version][account];
    }

    function _isDoctor(address account) internal view returns (bool) {
        return _since[account] != 0 && !_suspended[account];
    }

    function _isMember(address account) internal view returns (bool) {
        return account != person(5) && !_suspended[account];
    }

    function _pick(uint256 which) internal view returns (uint32 number, Request storage asked) {
        uint256 count = _requests.length;
        if (count == 0) {
            assembly {
                asked.slot := 0
            }
            return (0, asked);
        }
        // One of the newest four, so that most are still of interest.
        uint256 i = count - 1 - (which % (count < 4 ? count : 4));
        return (uint32(i + 1), _requests[i]);
    }

    /// @dev One of the three whom the first plan names.
    function _firstGuardian(uint256 i) internal pure returns (address) {
        return person(i % 9 < 3 ? 1 : i % 9 < 6 ? 2 : 4);
    }
}
