/** The fifth step: the plan, before anything is changed. */
package org.doorwarden.ui.review;
