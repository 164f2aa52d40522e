// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IMedicalChain} from "../../contracts/interfaces/IMedicalChain.sol";
import {ClinicHandler} from "./helpers/ClinicHandler.sol";
import {TestBase} from "./helpers/TestBase.sol";

/// @title What holds whatever anybody tries, in whatever order
contract ClinicTest is TestBase {
    uint256 private constant ADMIN = 6;

    ClinicHandler private handler;
    IMedicalChain private chain;

    function setUp() public {
        handler = ClinicHandler(_deploy("ClinicHandler", ""));
        chain = handler.contractUnderTest();
        _target(address(handler));
    }

    /// @dev The handler's book gives a right by nothing but the patient's own act.
    function invariant_ReadersAreExactlyThoseThePatientsGaveAccess() public view {
        for (uint256 p = 3; p < 5; ++p) {
            address patient = handler.person(p);
            for (uint256 i = 0; i < 7; ++i) {
                address reader = handler.person(i);
                for (uint8 folder = 0; folder < handler.FOLDERS(); ++folder) {
                    bool allowed = handler.mayRead(patient, reader, folder);
                    _equal(chain.canAccess(patient, reader, folder), allowed);
                }
            }
        }
    }

    function invariant_AnAdminNeverBecomesAReader() public view {
        address admin = handler.person(ADMIN);
        for (uint256 p = 3; p < 5; ++p) {
            for (uint8 folder = 0; folder < handler.FOLDERS(); ++folder) {
                _equal(chain.canAccess(handler.person(p), admin, folder), false);
                _equal(chain.canAdd(handler.person(p), admin, folder), false);
            }
        }
        _equal(chain.adminCount(), 1);
    }

    function invariant_HeadsCountTheActsAndRecordsThatWereAccepted() public view {
        for (uint256 p = 3; p < 5; ++p) {
            address patient = handler.person(p);
            (, uint40 records, uint64 nonce) = chain.headOf(patient);
            _equal(records, handler.records(patient));
            _equal(nonce, handler.acts(patient));
        }
    }

    function invariant_EveryFolderKeepsAKeyring() public view {
        for (uint256 p = 3; p < 5; ++p) {
            for (uint8 folder = 0; folder < handler.FOLDERS(); ++folder) {
                (bytes32 keyring, ) = chain.folderOf(handler.person(p), folder);
                _equal(keyring != 0, true);
            }
        }
    }
}
