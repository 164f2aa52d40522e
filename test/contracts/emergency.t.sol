// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IMedicalChain} from "../../contracts/interfaces/IMedicalChain.sol";
import {EmergencyHandler} from "./helpers/EmergencyHandler.sol";
import {TestBase} from "./helpers/TestBase.sol";

/// @title What holds in an emergency whatever anybody tries, in whatever order
contract EmergencyTest is TestBase {
    EmergencyHandler private handler;
    IMedicalChain private chain;

    function setUp() public {
        handler = EmergencyHandler(_deploy("EmergencyHandler", ""));
        chain = handler.contractUnderTest();
        _target(address(handler));
    }

    /// @dev The handler's book opens nothing without the plan's guardians, its wait, and a doctor in good standing.
    function invariant_NobodyReadsButByThePlan() public view {
        address patient = handler.patient();
        for (uint256 i = 0; i < handler.PEOPLE(); ++i) {
            address reader = handler.person(i);
            for (uint8 folder = 0; folder < handler.FOLDERS(); ++folder) {
                _equal(chain.canAccess(patient, reader, folder), handler.mayRead(reader, folder));
            }
        }
    }

    function invariant_AnEmergencyNeverLetsAnybodyAdd() public view {
        address patient = handler.patient();
        for (uint256 i = 0; i < handler.PEOPLE(); ++i) {
            if (handler.person(i) == patient) continue;
            for (uint8 folder = 0; folder < handler.FOLDERS(); ++folder) {
                _equal(chain.canAdd(patient, handler.person(i), folder), false);
            }
        }
    }

    function invariant_ThePlanIsTheOneThePatientSigned() public view {
        (bool success, bytes memory result) = address(chain).staticcall(
            abi.encodeWithSignature("emergencyPlanOf(address)", handler.patient())
        );
        _equal(success, true);
        (uint256 version, uint256 folders, uint256 threshold, uint256 wait, uint256 duration, ) = abi.decode(
            result,
            (uint256, uint256, uint256, uint256, uint256, uint256)
        );
        (uint32 signedVersion, uint8 signedFolders, uint8 signedThreshold, uint256 signedWait, uint256 length) = handler
            .plan();
        _equal(version, signedVersion);
        _equal(folders, signedFolders);
        _equal(threshold, signedThreshold);
        _equal(wait, signedWait);
        _equal(duration, length);
    }
}
