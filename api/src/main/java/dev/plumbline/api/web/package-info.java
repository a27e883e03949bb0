/** What every page shares: the frame around it, its security headers and its error pages. */
package dev.plumbline.api.web;
