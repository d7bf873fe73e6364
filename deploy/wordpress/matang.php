<?php
/*
 * Plugin Name: Matang
 * Description: Menampilkan angka kematangan organisasi perangkat daerah yang sudah terbit di Matang: [matang daerah="64.71"] atau [matang daerah="64.71" tahun="2026"].
 * Version: 1.0
 * Requires at least: 5.8
 * Requires PHP: 7.4
 * License: ISC
 * SPDX-License-Identifier: ISC
 *
 * One file for wp-content/plugins. Where Matang is, wp-config.php says:
 *	define('MATANG_ADDRESS', 'https://matang.kota.go.id/matang');
 * Nobody who only writes pages chooses what the server fetches.
 */

if (!defined('ABSPATH'))
	exit;

const MATANG_KEPT_SECONDS = 900;
const MATANG_FAILED_SECONDS = 60;

/* The newest year of a region, or the one that is asked for: an array, or null. */
function matang_figures($code, $year)
{
	$address = defined('MATANG_ADDRESS') ? rtrim(MATANG_ADDRESS, '/') : '';
	if ($address === '')
		return null;
	$url = $address . '/portal/data/' . rawurlencode($code) . '/years.json';
	$key = 'matang_' . md5($url);
	$kept = get_transient($key);
	if ($kept === false) {
		$answer = wp_remote_get($url, array('timeout' => 5, 'redirection' => 0, 'limit_response_size' => 262144));
		$kept = array();
		if (!is_wp_error($answer) && wp_remote_retrieve_response_code($answer) === 200) {
			$body = json_decode(wp_remote_retrieve_body($answer), true);
			if (is_array($body) && isset($body['years']) && is_array($body['years']))
				$kept = $body['years'];
		}
		/* A server that is away is asked again soon, and not by each reader. */
		set_transient($key, $kept, $kept ? MATANG_KEPT_SECONDS : MATANG_FAILED_SECONDS);
	}
	foreach ($kept as $one)
		if (is_array($one) && isset($one['year'], $one['name'], $one['counts'])
				&& ($year === 0 || (int) $one['year'] === $year))
			return $one;
	return null;
}

function matang_shortcode($attributes)
{
	$chosen = shortcode_atts(array('daerah' => '', 'tahun' => ''), $attributes, 'matang');
	if (!preg_match('/^\d\d(\.\d\d)?\z/', $chosen['daerah']) || !preg_match('/^(\d{4})?\z/', $chosen['tahun']))
		return '<p>' . esc_html('Tulis kode daerah, misalnya [matang daerah="64.71"] atau [matang daerah="64.71" tahun="2026"].') . '</p>';
	$one = matang_figures($chosen['daerah'], (int) $chosen['tahun']);
	if ($one === null)
		return '<p>' . esc_html('Angka kematangan organisasi belum tersedia.') . '</p>';
	$text = '<div class="matang-angka"><p><strong>' . esc_html('Kematangan organisasi ' . $one['name'] . ' ' . (int) $one['year']) . '</strong></p>';
	if (isset($one['average']['assessed'])) {
		$text .= '<p>' . esc_html('Rata-rata ' . number_format((float) $one['average']['assessed'], 1, ',', '.'));
		if (isset($one['average']['category']))
			$text .= esc_html(', kategori ' . $one['average']['category']);
		$text .= '.</p>';
	}
	$text .= '<p>' . esc_html((int) $one['counts']['assessed'] . ' dari ' . (int) $one['counts']['agencies'] . ' perangkat daerah sudah dinilai.') . '</p>';
	return $text . '<p><a href="' . esc_url(rtrim(MATANG_ADDRESS, '/') . '/portal/region/' . $chosen['daerah'] . '/' . (int) $one['year'])
		. '">' . esc_html('Lihat hasil lengkap') . '</a></p></div>';
}

add_shortcode('matang', 'matang_shortcode');
