// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ICustody} from "../../contracts/interfaces/ICustody.sol";
import {CustodyHandler} from "./helpers/CustodyHandler.sol";
import {TestBase} from "./helpers/TestBase.sol";

/// @title Who acts for whom, whatever anybody tries, in whatever order
contract CustodyTest is TestBase {
    CustodyHandler private handler;
    ICustody private chain;

    function setUp() public {
        handler = CustodyHandler(_deploy("CustodyHandler", ""));
        chain = ICustody(handler.contractUnderTest());
        _target(address(handler));
    }

    /// @dev Person 0 is the admin, the others are patients with keys of their own.
    function invariant_NobodyActsForWhoHasAKey() public view {
        for (uint256 i = 0; i < handler.PEOPLE(); ++i) {
            (address custodian, ) = chain.custodianOf(handler.person(i));
            _equal(uint160(custodian), 0);
        }
    }

    /// @dev The handler's book changes a running custody by nothing but its custodian's own act.
    function invariant_OnlyTheCustodianChangesARunningCustody() public view {
        _equal(handler.taken(), false);
    }

    function invariant_AnAdminNeverActsForAChild() public view {
        (address custodian, ) = chain.custodianOf(handler.child());
        _equal(custodian == handler.person(0), false);
    }

    /// @dev Whatever key there is, its address is no child's.
    function testFuzz_NoKeyBelongsToAChild(uint256 key, bytes32 seed) public view {
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        _equal(vm.addr(_bound(key, 1, order - 1)) == chain.addressOfSeed(seed), false);
    }
}
