<?php
// SPDX-License-Identifier: ISC
//
// The page of one variable as a careful PHP programmer would write it: for the benchmark alone. A
// connection that persists, prepared statements, the same session, rules and words as
// cgi-bin/questionnaire/variable.c, a plain template. Behind PHP-FPM with opcache.
declare(strict_types=1);

mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September',
	'Oktober', 'November', 'Desember'];
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V'];
const ROLES = ['operator' => 'Operator Perangkat Daerah'];
const KINDS = ['keputusan' => 'Surat keputusan', 'rencana' => 'Dokumen rencana',
	'berita_acara' => 'Berita acara', 'laporan' => 'Laporan'];
const STEPS = [1 => 'Perumusan instrumen', 'Pemuatan instrumen', 'Pemberitahuan', 'Pengisian', 'Verifikasi',
	'Pengesahan', 'Pelaporan'];
const NAVIGATION = [['/questionnaire/', 'Penilaian'], ['/upload/', 'Dokumen'], ['/signoff/', 'Pengesahan'],
	['/report/', 'Laporan'], ['/account/profile', 'Akun saya']];

function h(string|int|null $text): string
{
	return htmlspecialchars((string)$text, ENT_QUOTES, 'UTF-8');
}

function words_date(?string $date): string
{
	if (!$date)
		return '';
	return (int)substr($date, 8, 2) . ' ' . MONTHS[(int)substr($date, 5, 2) - 1] . ' ' . substr($date, 0, 4);
}

function words_time(string $utc, string $zone): string
{
	$hours = ['WIB' => 7, 'WITA' => 8, 'WIT' => 9][$zone];
	$local = gmdate('Y-m-d H.i', strtotime("$utc UTC") + $hours * 3600);
	return words_date(substr($local, 0, 10)) . ' pukul ' . substr($local, 11) . ' ' . $zone;
}

function words_bytes(int $bytes): string
{
	$unit = 0;
	for ($tenths = $bytes * 10; $tenths >= 10240 && $unit < 4; $unit++)
		$tenths = intdiv($tenths + 512, 1024);
	$name = ['bita', 'kB', 'MB', 'GB', 'TB'][$unit];
	return $unit === 0 || $tenths % 10 === 0 || $tenths >= 1000 ? intdiv($tenths, 10) . " $name" :
		intdiv($tenths, 10) . ',' . $tenths % 10 . " $name";
}

function rows(mysqli $db, string $sql, array $values): array
{
	$statement = $db->prepare($sql);
	$statement->execute($values);
	return $statement->get_result()->fetch_all(MYSQLI_ASSOC);
}

function refuse(int $status): never
{
	http_response_code($status);
	exit("$status\n");
}

$db = new mysqli('p:localhost', getenv('DB_USER'), getenv('DB_PASSWORD'), getenv('DB_NAME'), 0, getenv('DB_SOCKET'));
$db->set_charset('utf8mb4');

// ---- who asks ----

$actor = rows($db, "SELECT a.id AS account_id, a.role, a.region_id, a.agency_id, a.full_name,
		a.must_change_password, a.totp_confirmed, r.name AS region_name,
		r.timezone, g.name AS agency_name, s.csrf, s.second_factor,
		TIMESTAMPDIFF(SECOND, s.seen_at, UTC_TIMESTAMP(3)) AS idle_seconds,
		TIMESTAMPDIFF(SECOND, s.created_at, UTC_TIMESTAMP(3)) AS age_seconds,
		(SELECT value FROM setting WHERE name = 'session_idle_minutes') AS idle_minutes,
		(SELECT value FROM setting WHERE name = 'session_hours') AS hours,
		(SELECT value FROM setting WHERE name = 'second_factor_roles') AS second_factor_roles
	FROM session s
	JOIN account a ON a.id = s.account_id AND a.state = 'active'
	LEFT JOIN region r ON r.id = a.region_id
	LEFT JOIN agency g ON g.id = a.agency_id
	WHERE s.token_hash = ?", [hash('sha256', $_COOKIE['matang'] ?? '', true)])[0] ?? null;
if (!$actor || $actor['idle_seconds'] > $actor['idle_minutes'] * 60 || $actor['age_seconds'] > $actor['hours'] * 3600)
	refuse(401);
if ($actor['role'] !== 'operator')
	refuse(403);
if (($actor['totp_confirmed'] && !$actor['second_factor']) || $actor['must_change_password'] ||
    (!$actor['totp_confirmed'] && in_array($actor['role'], explode(',', $actor['second_factor_roles']), true)))
	refuse(403);
if ($actor['idle_seconds'] >= 60)
	rows($db, 'UPDATE session SET seen_at = UTC_TIMESTAMP(3) WHERE token_hash = ?',
	    [hash('sha256', $_COOKIE['matang'], true)]);

// ---- what is asked for ----

if (!preg_match('!^/(\d+)/(\d+)$!', $_SERVER['PATH_INFO'] ?? '', $path))
	refuse(404);
$sheet = rows($db, "SELECT a.id AS assessment_id, a.state, a.version, c.instrument_id, c.year, c.province_tier,
		c.state AS cycle_state, g.name AS agency_name, r.name AS region_name, r.timezone,
		(SELECT GROUP_CONCAT(s.step, s.planned_from, s.planned_until SEPARATOR '')
			FROM cycle_step s WHERE s.cycle_id = c.id) AS plan,
		v.id AS variable_id, v.number,
		(SELECT GROUP_CONCAT(o.number) FROM variable o WHERE o.instrument_id = c.instrument_id) AS numbers,
		n.self_level, n.explanation, n.overclaim_reason, n.needs_correction, n.updated_at,
		n.version AS answer_version, u.full_name AS updated_by, lc.year AS last_year,
		ln.self_level AS last_self, ln.city_level AS last_city,
		ln.province_level AS last_province, ln.explanation AS last_explanation
	FROM assessment a
	JOIN cycle c ON c.id = a.cycle_id
	JOIN agency g ON g.id = a.agency_id
	JOIN region r ON r.id = c.region_id
	JOIN variable v ON v.instrument_id = c.instrument_id AND v.number = ?
	JOIN answer n ON n.assessment_id = a.id AND n.variable_id = v.id
	LEFT JOIN account u ON u.id = n.updated_by
	LEFT JOIN cycle lc ON lc.region_id = c.region_id AND lc.year = c.year - 1
	LEFT JOIN assessment la ON la.cycle_id = lc.id AND la.agency_id = a.agency_id
	LEFT JOIN variable lv ON lv.instrument_id = lc.instrument_id AND lv.number = v.number
	LEFT JOIN answer ln ON ln.assessment_id = la.id AND ln.variable_id = lv.id
	WHERE a.id = ? AND a.agency_id = ?", [$path[2], $path[1], $actor['agency_id']])[0] ?? refuse(404);

$evidence = rows($db, "SELECT v.name, l.number AS level, l.indicator, l.guidance, i.id AS item_id, i.position,
		i.title AS item_title, i.compulsory, k.id AS link_id, k.document_id, k.city_decision,
		k.city_reason, k.city_revision_id, k.province_decision, k.province_reason,
		k.province_revision_id, d.title, d.kind, d.number, d.dated, d.period_from,
		d.period_until, r.id AS revision_id, r.number AS revision_number, r.bytes, r.type
	FROM variable v
	JOIN level l ON l.variable_id = v.id
	LEFT JOIN checklist_item i ON i.level_id = l.id
	LEFT JOIN evidence_link k ON k.assessment_id = ? AND k.checklist_item_id = i.id AND k.removed_at IS NULL
	LEFT JOIN document d ON d.id = k.document_id
	LEFT JOIN revision r ON r.document_id = d.id AND r.number =
		(SELECT MAX(n.number) FROM revision n WHERE n.document_id = d.id)
	WHERE v.instrument_id = ? AND v.number = ?",
	[$path[1], $sheet['instrument_id'], $path[2]]);

// ---- what that means ----

usort($evidence, fn($a, $b) => [$a['level'], $a['position'], $a['link_id']] <=> [$b['level'], $b['position'], $b['link_id']]);
$levels = [];
foreach ($evidence as $row) {
	$level = &$levels[$row['level']];
	$level ??= ['number' => $row['level'], 'text' => $row['indicator'], 'guidance' => $row['guidance'], 'items' => []];
	if (!$row['item_id'])
		continue;
	$item = &$level['items'][$row['item_id']];
	$item ??= ['id' => $row['item_id'], 'level' => $row['level'], 'title' => $row['item_title'],
		'required' => (bool)$row['compulsory'], 'have' => false, 'links' => []];
	if (!$row['link_id'])
		continue;
	$decision = $row['province_decision'] ?? $row['city_decision'];
	$seen = $row['province_decision'] ? $row['province_revision_id'] : $row['city_revision_id'];
	$row['stored'] = $row['revision_id'] !== null;
	$row['state'] = !$row['stored'] ? 'outside' : ($decision && $seen === $row['revision_id'] ? $decision : 'present');
	$item['have'] = $item['have'] || $row['state'] === 'present' || $row['state'] === 'accepted';
	$item['links'][] = $row;
}
unset($level, $item);
$supported = 0;
$missing = [];
foreach ($levels as $number => $level) {
	$wanting = array_filter($level['items'], fn($item) => $item['required'] && !$item['have']);
	if (!$wanting && $supported === $number - 1)
		$supported = $number;
	$missing[$number] = $wanting;
}
$over_claimed = $sheet['self_level'] > $supported;
$wanted = $over_claimed ? $sheet['self_level'] : $supported + 1;
$missing = $wanted > 5 ? [] : array_merge(...array_slice($missing, 0, $wanted));
$nearest = max($supported + 1, (int)$sheet['self_level']);
$numbers = array_map(intval(...), explode(',', $sheet['numbers']));
sort($numbers);
$at = array_search($sheet['number'], $numbers, true);
$next = $numbers[$at + 1] ?? 0;
$variable = $evidence[0]['name'];
$write = $sheet['cycle_state'] === 'open' && (in_array($sheet['state'], ['not_started', 'draft'], true) ||
	($sheet['state'] === 'returned' && $sheet['needs_correction']));
$last_final = $sheet['last_province'] ?? $sheet['last_city'];
$now = ['submitted' => 5, 'verified' => 5, 'validated' => 6, 'signed' => 6, 'received' => 7][$sheet['state']] ?? 4;
$steps = [];
for ($step = 0; $step < strlen($sheet['plan'] ?? ''); $step += 21) {
	$number = (int)$sheet['plan'][$step];
	$steps[$number] = ['number' => $number, 'label' => STEPS[$number],
		'state' => $number < $now ? 'done' : ($number > $now ? 'later' : 'now'),
		'until' => words_date(substr($sheet['plan'], $step + 11, 10))];
}

header('Content-Type: text/html; charset=utf-8');
header('Cache-Control: no-store');
header("Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " .
	"font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
header('X-Content-Type-Options: nosniff');
header('X-Frame-Options: DENY');
header('Referrer-Policy: same-origin');
header('Cross-Origin-Opener-Policy: same-origin');
header('Permissions-Policy: camera=(), geolocation=(), microphone=()');
require __DIR__ . '/template.php';
