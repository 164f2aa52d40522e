// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IMedicalChain} from "../../../contracts/interfaces/IMedicalChain.sol";
import {IAccounts} from "../../../contracts/interfaces/IAccounts.sol";
import {ICustody} from "../../../contracts/interfaces/ICustody.sol";
import {TestBase} from "./TestBase.sol";

/// @title An admin, four patients and a child, who try to name custodians of anybody and to hand anybody over
contract CustodyHandler is TestBase {
    uint256 public constant PEOPLE = 5;
    bytes32 private constant SEED = keccak256("seed of a child");

    IMedicalChain private immutable _CHAIN;
    address public immutable child;

    /// @notice Whether somebody else than its custodian has ever changed a custody that ran.
    bool public taken;

    constructor() {
        _CHAIN = IMedicalChain(_deploy("MedicalChain", abi.encode(person(0))));
        child = _custody().addressOfSeed(SEED);
        for (uint256 i = 1; i < PEOPLE; ++i) _register(person(i));
        _register(child);
    }

    function contractUnderTest() external view returns (address) {
        return address(_CHAIN);
    }

    function person(uint256 index) public pure returns (address) {
        return vm.addr(index + 1);
    }

    function setCustodian(uint256 by, uint256 patient, uint256 custodian, uint40 duration, bool known) external {
        ICustody.SetCustodian memory act = ICustody.SetCustodian({
            by: _anybody(by),
            patient: _anybodyOrChild(patient),
            custodian: _anybodyOrChild(custodian),
            until: uint40(block.timestamp + _bound(duration, 0, 400 days)),
            seed: known ? SEED : bytes32(uint256(duration)),
            nonce: _nonce(_anybody(by)),
            deadline: uint40(block.timestamp)
        });
        (address before, uint40 until) = _custody().custodianOf(child);
        vm.prank(act.by);
        try _custody().setCustodian(act, "") {
            _note(act.by, before, until);
        } catch {}
    }

    function handOver(uint256 by, uint256 patient, uint256 to) external {
        ICustody.HandOver memory act = ICustody.HandOver({
            by: _anybody(by),
            patient: _anybodyOrChild(patient),
            to: _anybodyOrChild(to),
            nonce: _nonce(_anybody(by)),
            deadline: uint40(block.timestamp)
        });
        (address before, uint40 until) = _custody().custodianOf(child);
        vm.prank(act.by);
        try _custody().handOver(act, "") {
            _note(act.by, before, until);
        } catch {}
    }

    function wait(uint40 time) external {
        vm.warp(block.timestamp + _bound(time, 1, 200 days));
    }

    function _note(address by, address before, uint40 until) private {
        if (block.timestamp < until && by != before) taken = true;
    }

    function _register(address account) private {
        IAccounts.Registration memory act = IAccounts.Registration({
            admin: person(0),
            account: account,
            profile: keccak256("profile"),
            until: 0,
            nonce: _nonce(person(0)),
            deadline: uint40(block.timestamp)
        });
        vm.prank(person(0));
        _CHAIN.registerPatient(act, "");
    }

    function _custody() private view returns (ICustody) {
        return ICustody(address(_CHAIN));
    }

    function _nonce(address account) private view returns (uint256) {
        return _CHAIN.accountOf(account).nonce;
    }

    function _anybody(uint256 index) private pure returns (address) {
        return person(_bound(index, 0, PEOPLE - 1));
    }

    /// @dev The child half of the time, so that tries are not all in vain.
    function _anybodyOrChild(uint256 index) private view returns (address) {
        return index % 2 == 0 ? child : _anybody(index / 2);
    }
}
