package org.doorwarden.ui.services;

/** What the list shows in one line: the head of a group, or a service. */
public sealed interface ServiceEntry permits GroupHead, ServiceRow {}
