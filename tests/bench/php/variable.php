<?php
// SPDX-License-Identifier: ISC
//
// The page of one variable as a careful PHP programmer would write it: for the benchmark alone. It asks for
// what cgi-bin/questionnaire/variable.c asked for before anything was kept between requests: session, answer
// and plan, the evidence of the whole assessment (whether a document is used too often, or twice, is seen
// in all of it), the year before, what may be carried over, what is still to come, a setting. The wording,
// which never changes, is a file that opcache keeps. A connection that persists, prepared statements, the
// same rules and words, a plain template. Behind PHP-FPM with opcache.
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
	['/paper/', 'Surat dan lembar'], ['/report/', 'Laporan'], ['/schedule/', 'Jadwal'], ['/account/profile', 'Akun saya']];

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

/* The wording of an instrument: ['variables' => [number => name, levels, items], 'items' => [id => number]]. */
function criteria(mysqli $db, int $instrument): array
{
	$file = getenv('CRITERIA') . "/criteria-$instrument.php";
	if (is_file($file))
		return include $file;
	$all = ['variables' => [], 'items' => []];
	foreach (rows($db, "SELECT v.id AS variable_id, v.number, v.name, l.number AS level,
			l.indicator, l.guidance, i.id AS item_id, i.title, i.compulsory, i.needs_signature
		FROM variable v
		JOIN level l ON l.variable_id = v.id
		LEFT JOIN checklist_item i ON i.level_id = l.id
		WHERE v.instrument_id = ?
		ORDER BY v.number, l.number, i.position", [$instrument]) as $row) {
		$variable = &$all['variables'][$row['number']];
		$variable['name'] = $row['name'];
		$variable['levels'][$row['level']] = ['indicator' => $row['indicator'], 'guidance' => $row['guidance']];
		if ($row['item_id'] === null)
			continue;
		$variable['items'][$row['item_id']] = ['level' => $row['level'], 'title' => $row['title'],
			'compulsory' => $row['compulsory'], 'needs_signature' => $row['needs_signature']];
		$all['items'][$row['item_id']] = $row['number'];
	}
	file_put_contents("$file." . getmypid(), '<?php return ' . var_export($all, true) . ';');
	rename("$file." . getmypid(), $file);
	return $all;
}

/* What a careful colleague would say of a document: cgi-bin/lib/rules/quality.c. */
function flags(array $link, array $alike, int $needs_signature, int $variables_max, int $year, string $today): array
{
	$flags = [];
	if (!$link['stored'] && $link['outside_address'] !== '')
		$flags[] = 'outside';
	if ($link['stored'] && $needs_signature && !$link['signed_by_hand'] && $link['signatures'] <= 0)
		$flags[] = 'unsigned';
	$expires = in_array($link['kind'], ['keputusan', 'sop', 'perjanjian', 'sertifikat'], true);
	if ($link['period_until'] && $link['period_until'] < ($expires ? min($today, "$year-12-31") : "$year-01-01"))
		$flags[] = 'period_over';
	elseif ($link['period_from'] ? $link['period_from'] > "$year-12-31" :
		!$link['period_until'] && $link['dated'] && (int)substr($link['dated'], 0, 4) !== $year)
		$flags[] = 'other_year';
	if ($alike && count($alike['variables']) > $variables_max)
		$flags[] = 'everywhere';
	if ($alike && count($alike['documents']) > 1)
		$flags[] = 'twin';
	return $flags;
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
$sheet = rows($db, "SELECT a.id AS assessment_id, a.cycle_id, a.agency_id, a.state, a.version,
		a.opened_at IS NOT NULL AS opened, c.region_id, c.instrument_id, c.year,
		c.province_tier, c.state AS cycle_state, c.imported, g.name AS agency_name,
		r.name AS region_name, r.timezone,
		(SELECT GROUP_CONCAT(s.step, s.planned_from, s.planned_until
			SEPARATOR '') FROM cycle_step s
			WHERE s.cycle_id = c.id) AS plan,
		v.id AS variable_id, v.number, n.version AS answer_version, n.self_level,
		n.explanation, n.overclaim_reason, n.return_note, n.needs_correction,
		n.updated_at, u.full_name AS updated_by, n.city_level, n.city_reason,
		n.city_recommendation, n.province_level, n.province_reason,
		n.province_recommendation
	FROM assessment a
	JOIN cycle c ON c.id = a.cycle_id
	JOIN agency g ON g.id = a.agency_id
	JOIN region r ON r.id = c.region_id
	JOIN variable v ON v.instrument_id = c.instrument_id AND v.number = ?
	JOIN answer n ON n.assessment_id = a.id AND n.variable_id = v.id
	LEFT JOIN account u ON u.id = n.updated_by
	WHERE a.id = ? AND a.agency_id = ?", [$path[2], $path[1], $actor['agency_id']])[0] ?? refuse(404);
$criteria = criteria($db, $sheet['instrument_id']);
$wording = $criteria['variables'][$sheet['number']];
$items = array_keys($wording['items']);

$evidence = rows($db, "SELECT k.checklist_item_id AS item_id, k.id AS link_id,
		r.number AS revision_number, k.removed_at IS NOT NULL AS removed, k.version, k.document_id, d.title, d.kind,
		d.number, d.dated, d.period_from, d.period_until, d.outside_address,
		r.id AS revision_id, r.bytes, r.type, HEX(r.sha256) AS sha256,
		r.created_at AS revised_at, r.pages, r.signatures, r.findings,
		r.inspected_at, r.scan, r.scanned_at, r.scan_finding, k.city_decision, k.city_reason,
		k.city_revision_id, k.province_decision, k.province_reason,
		k.province_revision_id, d.signed_by_hand
	FROM evidence_link k
	JOIN document d ON d.id = k.document_id
	LEFT JOIN revision r ON r.document_id = d.id
	WHERE k.assessment_id = ?", [$path[1]]);
$last = rows($db, "SELECT c.province_tier, n.self_level, n.city_level, n.province_level,
		n.explanation
	FROM variable v
	JOIN answer n ON n.variable_id = v.id AND n.self_level IS NOT NULL
	JOIN assessment a ON a.id = n.assessment_id
	JOIN cycle c ON c.id = a.cycle_id AND c.instrument_id = v.instrument_id
	WHERE v.number = ? AND c.region_id = ? AND c.year = ? AND a.agency_id = ?",
	[$sheet['number'], $sheet['region_id'], $sheet['year'] - 1, $sheet['agency_id']])[0] ?? null;
$write = $sheet['cycle_state'] === 'open' && (in_array($sheet['state'], ['not_started', 'draft'], true) ||
	($sheet['state'] === 'returned' && $sheet['needs_correction']));
$carried = !$write ? [] : rows($db, "SELECT k.checklist_item_id AS item_id, lc.instrument_id
	FROM assessment a
	JOIN cycle c ON c.id = a.cycle_id
	JOIN cycle lc ON lc.region_id = c.region_id AND lc.year = c.year - 1
	JOIN assessment la ON la.cycle_id = lc.id AND la.agency_id = a.agency_id
	JOIN evidence_link k ON k.assessment_id = la.id AND k.removed_at IS NULL
	JOIN document d ON d.id = k.document_id AND d.archived_at IS NULL
	LEFT JOIN evidence_link x ON x.assessment_id = a.id
		AND x.checklist_item_id = k.checklist_item_id AND x.document_id = k.document_id
	WHERE a.id = ? AND (k.checklist_item_id BETWEEN ? AND ? OR lc.instrument_id <> c.instrument_id)
		AND x.id IS NULL", [$path[1], min($items), max($items)]);
$pending = rows($db, "SELECT p.id, p.version, p.checklist_item_id AS item_id, p.side, p.title, p.due,
		p.reminder, u.full_name AS who
	FROM pending_evidence p
	JOIN account u ON u.id = p.created_by
	WHERE p.assessment_id = ? AND p.state = 'open'
	ORDER BY p.due, p.id", [$path[1]]);
$variables_max = (int)(rows($db, "SELECT value, version FROM setting WHERE name = ?", ['quality_variables_max'])[0]['value'] ?? 4);

// ---- what that means ----

/* Of each link the newest revision, in the order of the items. */
$links = [];
foreach ($evidence as $row)
	if (!$row['removed'] && isset($criteria['items'][$row['item_id']]) &&
	    ($links[$row['link_id']]['revision_number'] ?? 0) <= $row['revision_number'])
		$links[$row['link_id']] = $row;
ksort($links);

/* Which contents stand where: in how many variables, and whether in several documents. */
$alike = [];
foreach ($links as $link)
	if ($link['sha256'] !== null) {
		$alike[$link['sha256']]['variables'][$criteria['items'][$link['item_id']]] = true;
		$alike[$link['sha256']]['documents'][$link['document_id']] = true;
	}
$today = gmdate('Y-m-d', time() + ['WIB' => 7, 'WITA' => 8, 'WIT' => 9][$sheet['timezone']] * 3600);
$told = $sheet['state'] !== 'submitted';
$stored = $outside = 0;
$have = [];
foreach ($links as $link) {
	if ($criteria['items'][$link['item_id']] !== $sheet['number'])
		continue;
	if (!$told)
		$link['city_decision'] = null;
	if (!$told || $sheet['state'] === 'verified')
		$link['province_decision'] = null;
	$decision = $link['province_decision'] ?? $link['city_decision'];
	$seen = $link['province_decision'] ? $link['province_revision_id'] : $link['city_revision_id'];
	$link['stored'] = $link['revision_id'] !== null;
	$link['state'] = !$link['stored'] ? 'outside' : ($link['scan'] === 'infected' ? 'absent' :
		($decision && $seen === $link['revision_id'] ? $decision : 'present'));
	$link['stored'] ? $stored++ : $outside++;
	$link['flags'] = flags($link, $alike[$link['sha256']] ?? [], $wording['items'][$link['item_id']]['needs_signature'],
		$variables_max, $sheet['year'], $today);
	$have[$link['item_id']][] = $link;
}
$levels = [];
foreach ($wording['levels'] as $number => $level)
	$levels[$number] = ['number' => $number, 'text' => $level['indicator'], 'guidance' => $level['guidance'], 'items' => []];
foreach ($wording['items'] as $id => $item) {
	$there = $have[$id] ?? [];
	$states = array_column($there, 'state');
	$levels[$item['level']]['items'][$id] = ['id' => $id, 'level' => $item['level'], 'title' => $item['title'],
		'required' => (bool)$item['compulsory'], 'links' => $there,
		'have' => in_array('present', $states, true) || in_array('accepted', $states, true),
		'state' => in_array('rejected', $states, true) ? 'rejected' : (in_array('outside', $states, true) ? 'outside' : 'absent'),
		'pending' => array_filter($pending, fn($one) => $one['item_id'] === $id)];
}
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
$answer_flags = $sheet['self_level'] > 1 && $stored === 0 ? [$outside ? 'outside' : 'bare'] : [];
$numbers = array_keys($criteria['variables']);
$at = array_search($sheet['number'], $numbers, true);
$next = $numbers[$at + 1] ?? 0;
$variable = $wording['name'];
$fresh = count(array_filter($carried, fn($row) => ($criteria['items'][$row['item_id']] ?? 0) === $sheet['number']));
$last_final = $last ? ($last['province_tier'] ? $last['province_level'] : $last['city_level']) : null;
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
