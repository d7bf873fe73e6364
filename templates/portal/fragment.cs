<?cs # SPDX-License-Identifier: ISC
# A piece of a page of somebody else: no head, no class of ours, no style, no script. ?><?cs include!"portal/figures.cs" ?><?cs
call:figures("") ?>
