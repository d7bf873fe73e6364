<?php
/* SPDX-License-Identifier: ISC
 *
 * The few functions of WordPress that deploy/wordpress/matang.php calls, as its handbook describes them, so that
 * the shortcode is run by PHP alone: php wordpress.php PLUGIN ADDRESS SHORTCODES…  Prints a JSON list of what
 * each shortcode became, how often the server was asked, and for how long the answers are kept.
 */
define('ABSPATH', __DIR__);
$plugin = $argv[1];
if ($argv[2] !== '')
	define('MATANG_ADDRESS', $argv[2]);
$shortcodes = $transients = $kept = array();
$asked = 0;

class WP_Error {}

function add_shortcode($tag, $callback) { global $shortcodes; $shortcodes[$tag] = $callback; }
function shortcode_atts($pairs, $given, $tag = '') { return array_merge($pairs, array_intersect_key((array) $given, $pairs)); }
function get_transient($key) { global $transients; return $transients[$key] ?? false; }
function set_transient($key, $value, $seconds) { global $transients, $kept; $transients[$key] = $value; $kept[] = $seconds; return true; }
function is_wp_error($thing) { return $thing instanceof WP_Error; }
function esc_html($text) { return htmlspecialchars($text, ENT_QUOTES, 'UTF-8', false); }
function esc_url($url) { return preg_match('#^https?://#', $url) ? htmlspecialchars($url, ENT_QUOTES) : ''; }
function wp_remote_get($url, $options)
{
	global $asked;
	$asked++;
	$body = @file_get_contents($url, false, stream_context_create(array('http' => array('timeout' => $options['timeout'],
		'ignore_errors' => true, 'follow_location' => 0))), 0, $options['limit_response_size']);
	if ($body === false)
		return new WP_Error();
	preg_match('/ (\d{3})/', $http_response_header[0], $status);
	return array('body' => $body, 'response' => array('code' => (int) $status[1]));
}
function wp_remote_retrieve_response_code($answer) { return $answer['response']['code']; }
function wp_remote_retrieve_body($answer) { return $answer['body']; }

require $plugin;
$became = array();
foreach (array_slice($argv, 3) as $attributes)
	$became[] = call_user_func($shortcodes['matang'], json_decode($attributes, true));
echo json_encode(array('became' => $became, 'asked' => $asked, 'kept' => $kept));
