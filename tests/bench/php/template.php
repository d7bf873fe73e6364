<?php
// SPDX-License-Identifier: ISC
// The markup of templates/layout.cs and templates/questionnaire/variable.cs, for who may write.
$base = '/matang';
$assets = getenv('ASSETS');
$here = "$base/questionnaire/{$sheet['assessment_id']}";

function attach(array $item): void
{
	?><button type="submit" class="govuk-button govuk-button--secondary matang-attach" name="attach-<?= $item['id'] ?>" value="1">Tambah dokumen<span class="govuk-visually-hidden"> untuk <?= h($item['title']) ?></span></button>
<?php
}

const FLAGS = [	/* severity, label, advice, where it is mended, and how that is called */
	'bare' => ['warning', 'Tanpa dokumen', 'Tingkat yang dipilih belum dibuktikan satu dokumen pun. Tambahkan dokumennya.', null, ''],
	'outside' => ['warning', 'Hanya tautan luar', 'Isi tautan dapat berubah atau hilang, jadi tidak dihitung. Unggah berkasnya.', '', 'Unggah berkas'],
	'unsigned' => ['warning', 'Belum terlihat ditandatangani', 'Kriteria ini meminta dokumen yang ditandatangani. Unggah pindaian yang sudah ditandatangani, atau nyatakan bahwa sudah ditandatangani dengan tinta.', '/edit', 'Ubah keterangan'],
	'period_over' => ['warning', 'Masa berlaku berakhir', 'Perbarui masa berlakunya bila sudah diperpanjang, atau ganti dengan dokumen yang masih berlaku.', '/edit', 'Ubah keterangan'],
	'other_year' => ['warning', 'Bukan tahun penilaian', 'Bila masih berlaku, isi masa berlakunya; bila tidak, ganti dengan dokumen tahun penilaian.', '/edit', 'Ubah keterangan'],
	'everywhere' => ['warning', 'Berkas sama di banyak variabel', 'Satu berkas jarang membuktikan semuanya. Sisakan di kriteria yang dibuktikannya, dan unggah dokumen tersendiri untuk yang lain.', '/criteria', 'Atur kriteria'],
	'twin' => ['note', 'Isi sama dengan dokumen lain', 'Cukup satu yang dipakai: satu dokumen dapat ditautkan ke beberapa kriteria.', null, ''],
];

function told(array $flags, int $document): void
{
	global $base;

	if (!$flags)
		return;
	?><ul class="matang-flags">
<?php foreach ($flags as $flag): [$severity, $label, $advice, $place, $action] = FLAGS[$flag] ?>
<li class="matang-flags__item matang-flags__item--<?= $severity ?>"><strong><?= $label ?>.</strong> <?= $advice ?><?php if ($document && $place !== null): ?> <a class="govuk-link" href="<?= "$base/upload/document/$document$place" ?>"><?= $action ?></a><?php endif ?></li>
<?php endforeach ?>
</ul>
<?php
}

function ruling(string $who, ?string $decision, string $reason, bool $stale): void
{
	if (!$decision)
		return;
	?><p class="matang-document__facts"><strong class="govuk-tag matang-tag matang-tag--<?= $decision ?>"><?= $decision === 'accepted' ? 'Diterima' : 'Ditolak' ?></strong> <?= $who ?><?= $reason !== '' ? ': ' . h($reason) : '' ?><?= $stale ? ' (tentang revisi sebelumnya; revisi yang sekarang belum diperiksa)' : '' ?></p>
<?php
}
?>
<!DOCTYPE html>
<html lang="id" class="govuk-template">
<head>
<meta charset="utf-8">
<title>Variabel <?= $sheet['number'] ?> dari <?= count($numbers) ?> · Matang</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#1f2855">
<link rel="icon" href="<?= $assets ?>/matang.svg" type="image/svg+xml">
<link rel="stylesheet" href="<?= $assets ?>/matang.css">
<script type="module" src="<?= $assets ?>/matang.js"></script>
<?php if ($write): ?>
<script type="module" src="<?= $assets ?>/matang-criteria.js"></script>
<?php endif ?>
</head>
<body class="govuk-template__body">
<a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">Langsung ke isi halaman</a>
<header class="matang-header">
<p class="matang-demo"><strong>Demo</strong>: semua data contoh</p>
<div class="govuk-width-container matang-header__row">
<a class="matang-header__home" href="<?= $base ?>/account/start"><img src="<?= $assets ?>/matang.svg" alt="" width="36" height="36"><span class="matang-header__names"><span class="matang-header__product">Matang</span> <span class="matang-header__place"><?= h($actor['agency_name']) ?> · <?= h($actor['region_name']) ?></span></span></a>
<div class="matang-header__person">
<a class="matang-header__profile" href="<?= $base ?>/account/profile"><span class="matang-header__person-name"><?= h($actor['full_name']) ?></span> <span class="matang-header__role"><?= h(ROLES[$actor['role']]) ?></span></a>
<form method="post" action="<?= $base ?>/account/sign-out"><input type="hidden" name="csrf" value="<?= h($actor['csrf']) ?>"><button type="submit" class="matang-header__sign-out">Keluar</button></form>
</div>
</div>
</header>
<div class="govuk-service-navigation" data-module="govuk-service-navigation"><div class="govuk-width-container"><div class="govuk-service-navigation__container">
<nav class="govuk-service-navigation__wrapper" aria-label="Menu utama">
<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="navigation" hidden>Menu</button>
<ul class="govuk-service-navigation__list" id="navigation">
<?php foreach (NAVIGATION as [$path, $label]): ?>
<li class="govuk-service-navigation__item<?= $path === '/questionnaire/' ? ' govuk-service-navigation__item--active' : '' ?>"><a class="govuk-service-navigation__link" href="<?= $base . $path ?>"<?php if ($path === '/questionnaire/'): ?> aria-current="true"><strong class="govuk-service-navigation__active-fallback"><?= h($label) ?></strong><?php else: ?>><?= h($label) ?><?php endif ?></a></li>
<?php endforeach ?>
</ul>
</nav>
</div></div></div>
<nav class="matang-steps" aria-label="Tujuh langkah penilaian"><div class="govuk-width-container">
<?php foreach ($steps as $step): if ($step['state'] === 'now'): ?>
<p class="matang-steps__now" aria-hidden="true">Langkah <?= $step['number'] ?> dari <?= count($steps) ?>: <strong><?= h($step['label']) ?></strong> <span class="matang-steps__dates">sampai <?= h($step['until']) ?></span></p>
<?php endif; endforeach ?>
<ol class="matang-steps__list">
<?php foreach ($steps as $step): ?>
<li class="matang-steps__item matang-steps__item--<?= $step['state'] ?>"<?= $step['state'] === 'now' ? ' aria-current="step"' : '' ?>><span class="matang-steps__number"><span class="govuk-visually-hidden">Langkah </span><?= $step['number'] ?></span> <span class="matang-steps__label"><?= h($step['label']) ?></span><span class="govuk-visually-hidden"><?= $step['state'] === 'done' ? ', selesai' : ($step['state'] === 'now' ? ', sedang berjalan sampai ' . h($step['until']) : ', belum') ?></span></li>
<?php endforeach ?>
</ol>
</div></nav>
<div class="govuk-width-container">
<nav class="matang-back" aria-label="Kembali"><a class="govuk-back-link" href="<?= $here ?>/">Daftar variabel</a></nav>
<main class="govuk-main-wrapper" id="main">
<span class="govuk-caption-l">Variabel <?= $sheet['number'] ?> dari <?= count($numbers) ?> · penilaian <?= $sheet['year'] ?></span>
<h1 class="govuk-heading-l"><?= h($variable) ?></h1>
<?php if (!$write): ?><p>Hanya dapat dibaca.</p><?php endif ?>
<form method="post" action="<?= $here ?>/<?= $sheet['number'] ?>" data-autosave="<?= $sheet['assessment_id'] ?>-<?= $sheet['number'] ?>-<?= $actor['account_id'] ?>" data-autosave-url="<?= $here ?>/<?= $sheet['number'] ?>" novalidate>
<input type="hidden" name="csrf" value="<?= h($actor['csrf']) ?>"><input type="hidden" name="version" value="<?= $sheet['answer_version'] ?>">
<div class="matang-save-bar">
<button type="submit" class="govuk-button govuk-button--secondary">Simpan</button>
<p class="matang-autosave" data-autosave-status role="status"><?php if ($sheet['updated_at']): ?>Terakhir disimpan <?= h($sheet['updated_by']) ?>, <?= h(words_time($sheet['updated_at'], $sheet['timezone'])) ?><?php endif ?></p>
</div>
<div class="govuk-form-group"><fieldset class="govuk-fieldset" id="level" tabindex="-1" aria-describedby="level-hint">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Tingkat mana yang sesuai dengan keadaan sekarang?</legend>
<div id="level-hint" class="govuk-hint">Tingkat bertumpuk: sebuah tingkat tercapai bila semua tingkat di bawahnya juga tercapai.</div>
<div class="matang-levels">
<?php foreach ($levels as $level): $chosen = $level['number'] === $sheet['self_level'] ?>
<div class="matang-level<?= $chosen ? ' matang-level--chosen' : '' ?>">
<input class="matang-level__input" type="radio" id="level-<?= $level['number'] ?>" name="level" value="<?= $level['number'] ?>"<?= $chosen ? ' checked' : '' ?><?= $write ? '' : ' disabled' ?> aria-describedby="level-<?= $level['number'] ?>-text">
<label class="matang-level__label" for="level-<?= $level['number'] ?>">Tingkat <?= ROMAN[$level['number']] ?></label>
<div class="matang-level__body">
<p class="matang-level__text" id="level-<?= $level['number'] ?>-text"><?= h($level['text']) ?></p>
<?php if ($level['items']): ?>
<p class="matang-level__heading">Dokumen data dukung</p>
<ul class="matang-checklist">
<?php foreach ($level['items'] as $item): ?>
<li class="matang-checklist__item matang-checklist__item--<?= $item['have'] ? 'have' : ($item['required'] ? 'missing' : 'optional') ?>"><span class="govuk-visually-hidden"><?= $item['have'] ? 'Ada:' : ($item['required'] ? 'Belum ada:' : 'Tidak wajib, belum ada:') ?></span> <?= h($item['title']) ?><?php if (!$item['required']): ?> <span class="matang-checklist__note">(tidak wajib)</span><?php endif ?></li>
<?php endforeach ?>
</ul>
<?php endif ?>
</div>
</div>
<?php endforeach ?>
</div>
</fieldset></div>
<?php if (array_filter(array_column($levels, 'guidance'))): ?>
<details class="govuk-details">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Apa yang dilihat tim verifikasi?</span></summary>
<div class="govuk-details__text"><dl class="matang-guidance">
<?php foreach ($levels as $level): if ($level['guidance']): ?>
<dt>Tingkat <?= ROMAN[$level['number']] ?></dt>
<dd><?= h($level['guidance']) ?></dd>
<?php endif; endforeach ?>
</dl>
</div>
</details>
<?php endif ?>
<?php if ($over_claimed): ?>
<p class="matang-notice matang-notice--caution">Tingkat <?= ROMAN[$sheet['self_level']] ?> melebihi dokumen yang ada<?php if ($supported): ?>, yang mendukung sampai Tingkat <?= ROMAN[$supported] ?><?php endif ?>. Tambahkan <a class="govuk-link" href="#documents">dokumen yang kurang</a>, pilih tingkat yang sesuai, atau tulis alasannya di bawah.</p>
<?php endif ?>
<div class="<?= $last ? 'matang-beside' : 'matang-alone' ?>">
<div><div class="govuk-form-group">
<label class="govuk-label" for="explanation">Penjelasan</label>
<div id="explanation-hint" class="govuk-hint">Keadaan yang sebenarnya sekarang: apa yang dilakukan, siapa, seberapa sering, dan di dokumen mana tertulis.</div>
<textarea class="govuk-textarea" id="explanation" name="explanation" rows="8" data-tally="5000" aria-describedby="explanation-hint">

<?= h($sheet['explanation']) ?></textarea>
</div>
</div>
<?php if ($last): ?>
<aside class="matang-compare__side matang-last" aria-labelledby="last">
<h2 class="matang-compare__heading" id="last">Tahun <?= $sheet['year'] - 1 ?></h2>
<p class="govuk-body-s">Mandiri Tingkat <?= ROMAN[$last['self_level']] ?><?php if ($last_final): ?>, akhir Tingkat <?= ROMAN[$last_final] ?><?php endif ?></p>
<p class="matang-compare__text"><?= h($last['explanation']) ?></p>
<p class="matang-last__use">Pakai sebagai awal:</p>
<div class="matang-last__buttons"><button type="submit" class="govuk-button govuk-button--secondary" name="then" value="words">Penjelasannya<span class="govuk-visually-hidden"> sebagai awal</span></button></div>
</aside>
<?php endif ?>
</div>
<details class="govuk-details matang-fold" data-over-claim="<?= $supported ?>"<?= $over_claimed || $sheet['overclaim_reason'] ? ' open' : '' ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Alasan bila tingkat melebihi dokumen</span></summary>
<div class="govuk-details__text"><div class="govuk-form-group">
<label class="govuk-label" for="overclaim_reason">Alasan memilih tingkat yang melebihi dokumen</label>
<div id="overclaim_reason-hint" class="govuk-hint">Wajib diisi sebelum dikirim bila tingkat yang dipilih belum didukung semua dokumen wajibnya. Tim verifikasi akan membacanya.</div>
<textarea class="govuk-textarea" id="overclaim_reason" name="overclaim_reason" rows="4" data-tally="2000" aria-describedby="overclaim_reason-hint">

<?= h($sheet['overclaim_reason']) ?></textarea>
</div>
</div>
</details>
<section class="matang-documents"<?php if ($write): ?> data-upload-person="<?= $actor['account_id'] ?>"<?php endif ?> aria-labelledby="documents">
<h2 class="govuk-heading-m" id="documents">Dokumen data dukung</h2>
<?php if ($fresh): ?>
<p class="govuk-body matang-carry-over">Tahun <?= $sheet['year'] - 1 ?>: <?= $fresh ?> dokumen di variabel ini. <button type="submit" class="govuk-button govuk-button--secondary" name="then" value="documents">Pakai lagi<span class="govuk-visually-hidden"> dokumen tahun <?= $sheet['year'] - 1 ?></span></button></p>
<?php endif ?>
<?php told($answer_flags, 0) ?>
<div class="matang-panel<?= $over_claimed ? ' matang-panel--caution' : '' ?>">
<h3 class="govuk-heading-s"><?= $supported ? 'Dokumen mendukung sampai Tingkat ' . ROMAN[$supported] : 'Dokumen belum mendukung tingkat mana pun' ?></h3>
<?php if (!$missing): ?>
<p class="govuk-body"><?= $wanted <= 5 ? 'Untuk Tingkat ' . ROMAN[$wanted] . ' tidak ada dokumen wajib yang kurang.' : 'Semua dokumen wajib sampai Tingkat V sudah ada.' ?></p>
<?php else: ?>
<p class="govuk-body">Untuk Tingkat <?= ROMAN[$wanted] ?> masih kurang:</p>
<ul class="govuk-list matang-needs">
<?php foreach ($missing as $item): ?>
<li class="matang-needs__item"><span><strong>Tingkat <?= ROMAN[$item['level']] ?>:</strong> <?= h($item['title']) ?><?php if ($item['state'] === 'outside'): ?> <span class="matang-needs__why">baru tautan luar, unggah berkasnya</span><?php elseif ($item['state'] === 'rejected'): ?> <span class="matang-needs__why">ditolak tim, ganti atau perbaiki</span><?php endif ?></span>
<?php attach($item) ?>
</li>
<?php endforeach ?>
</ul>
<?php endif ?>
</div>
<?php foreach ($levels as $level):
	$required = array_filter($level['items'], fn($item) => $item['required']);
	$have = array_filter($required, fn($item) => $item['have']);
	$trouble = array_filter($level['items'], fn($item) => ($item['links'] && !$item['have']) || $item['pending']);
	if (!$level['items'])
		continue ?>
<details class="govuk-details matang-fold"<?= $trouble || ($level['number'] <= $nearest && count($have) < count($required)) ? ' open' : '' ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Tingkat <?= ROMAN[$level['number']] ?><?= $required ? ' · ' . count($have) . ' dari ' . count($required) . ' dokumen wajib ada' : ' · tanpa dokumen wajib' ?></span></summary>
<div class="govuk-details__text">
<?php foreach ($level['items'] as $item): ?>
<div class="matang-item"<?php if ($write): ?> data-upload-at="<?= $base ?>/upload/attach/<?= $sheet['assessment_id'] ?>/<?= $item['id'] ?>"<?php endif ?>>
<div class="matang-item__head"><p class="matang-item__title"><?= h($item['title']) ?><?php if (!$item['required']): ?> <span class="matang-checklist__note">(tidak wajib)</span><?php endif ?></p>
<?php attach($item) ?>
</div>
<?php if ($item['links']): ?>
<ul class="govuk-list">
<?php foreach ($item['links'] as $link): ?>
<li class="matang-document<?= !$link['stored'] ? ' matang-document--pending' : ($link['state'] === 'accepted' ? ' matang-document--accepted' : ($link['state'] === 'rejected' ? ' matang-document--rejected' : '')) ?>">
<p class="matang-document__title"><a class="govuk-link" href="<?= $base ?>/upload/document/<?= $link['document_id'] ?>"><?= h($link['title']) ?></a></p>
<p class="matang-document__facts"><?= h(KINDS[$link['kind']]) ?><?php if ($link['number'] !== ''): ?> · Nomor <?= h($link['number']) ?><?php endif ?><?php if ($link['dated']): ?> · <?= words_date($link['dated']) ?><?php endif ?><?php if ($link['period_from']): ?> · Berlaku <?= words_date($link['period_from']) ?> s.d. <?= words_date($link['period_until']) ?><?php endif ?><?php if ($link['stored']): ?> · PDF, <?= words_bytes($link['bytes']) ?><?php if ($link['revision_number'] > 1): ?>, revisi <?= $link['revision_number'] ?><?php endif ?> · <?php if ($link['inspected_at'] === null): ?>isi belum diperiksa · <?php endif ?><?= $link['scan'] === 'clean' ? 'antivirus: bersih' : 'belum dipindai antivirus' ?><?php endif ?></p>
<?php if (!$link['stored']): ?>
<p class="matang-document__facts"><strong class="govuk-tag matang-tag matang-tag--pending">Tautan luar</strong> Berkasnya belum tersimpan di sini, jadi belum dihitung ada.</p>
<?php endif ?>
<?php told($link['flags'], $link['document_id']) ?>
<?php ruling('oleh tim daerah', $link['city_decision'], $link['city_reason'], $link['city_revision_id'] !== $link['revision_id']) ?>
<?php ruling('oleh provinsi', $link['province_decision'], $link['province_reason'], $link['province_revision_id'] !== $link['revision_id']) ?>
</li>
<?php endforeach ?>
</ul>
<?php else: ?>
<p class="govuk-body-s matang-item__none">Belum ada dokumen. <?php if ($write && !$item['pending']): ?><button type="submit" class="govuk-button govuk-button--link" name="pending-<?= $item['id'] ?>" value="1">Belum ada, janjikan<span class="govuk-visually-hidden">: <?= h($item['title']) ?></span></button><?php endif ?></p>
<?php endif ?>
</div>
<?php endforeach ?>
</div>
</details>
<?php endforeach ?>
</section>
<div class="govuk-button-group">
<?php if ($next): ?>
<button type="submit" class="govuk-button" name="then" value="next">Simpan dan lanjut ke variabel <?= $next ?></button>
<button type="submit" class="govuk-button govuk-button--secondary" name="then" value="list">Simpan dan kembali ke daftar</button>
<?php else: ?>
<button type="submit" class="govuk-button" name="then" value="list">Simpan dan kembali ke daftar</button>
<?php endif ?>
</div>
</form>
<p class="govuk-body"><a class="govuk-link" href="<?= $base ?>/report/history/<?= $sheet['assessment_id'] ?>">Riwayat perubahan</a></p>
</main>
</div>
<footer class="govuk-template__footer matang-footer"><div class="govuk-width-container">
<ul class="matang-footer__list">
<li><a class="govuk-footer__link" href="<?= $base ?>/portal/service">Standar pelayanan</a></li>
<li><a class="govuk-footer__link" href="<?= $base ?>/portal/check">Periksa dokumen</a></li>
<li><a class="govuk-footer__link" href="<?= $base ?>/portal/service#pengaduan">Pengaduan</a></li>
<li><a class="govuk-footer__link" href="https://www.lapor.go.id" rel="external noreferrer">SP4N-LAPOR!</a></li>
</ul>
<p class="matang-footer__note">Matang: penilaian mandiri kematangan organisasi perangkat daerah, Permendagri 99 Tahun 2018.</p>
</div></footer>
</body>
</html>
