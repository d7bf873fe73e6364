<!DOCTYPE html>
<html lang="id" class="govuk-template">
<head>
<meta charset="utf-8">
<title><?cs if:subcount(Form.errors) ?>Perlu diperbaiki: <?cs /if ?><?cs if:filled(title) ?><?cs var:title ?> · <?cs /if ?><?cs
 if:filled(title_place) ?><?cs var:title_place ?> · <?cs /if ?>Matang</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#1f2855">
<?cs if:filled(meta_description) ?><meta name="description" content="<?cs var:meta_description ?>">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Matang">
<meta property="og:locale" content="id_ID">
<meta property="og:title" content="<?cs var:title ?>">
<meta property="og:description" content="<?cs var:meta_description ?>">
<meta property="og:url" content="<?cs var:Site.address ?><?cs var:Site.base ?><?cs var:meta_path ?>">
<?cs if:filled(meta_card) ?><meta property="og:image" content="<?cs var:Site.address ?><?cs var:Site.base ?><?cs var:meta_card ?>">
<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">
<meta property="og:image:alt" content="<?cs var:meta_description ?>">
<meta name="twitter:card" content="summary_large_image">
<?cs /if ?><?cs /if ?><link rel="icon" href="<?cs var:Site.assets ?>/matang.svg" type="image/svg+xml">
<link rel="stylesheet" href="<?cs var:Site.assets ?>/matang.css">
<script type="module" src="<?cs var:Site.assets ?>/matang.js"></script>
<?cs if:page_script ?><script type="module" src="<?cs var:Site.assets ?>/<?cs var:page_script ?>.js"></script>
<?cs /if ?></head>
<body class="govuk-template__body">
<a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">Langsung ke isi halaman</a>
<header class="matang-header<?cs if:subcount(Nav) ?> matang-header--menu<?cs /if ?>">
<?cs if:Site.demo ?><p class="matang-demo"><strong>Demo</strong>: semua data contoh</p>
<?cs /if ?><div class="govuk-width-container matang-header__row">
<a class="matang-header__home" href="<?cs var:Site.base ?>/<?cs if:?Actor.name ?>account/start<?cs /if ?>"><img src="<?cs
 var:Site.assets ?>/matang.svg" alt="" width="36" height="36"><span class="matang-header__names"><span class="matang-header__product">Matang</span><?cs
 if:filled(Actor.agency_name) ?> <span class="matang-header__place"><?cs var:Actor.agency_name ?><?cs
 if:filled(Actor.region_name) ?><span class="matang-header__region"> · <?cs var:Actor.region_name ?></span><?cs /if ?></span><?cs
 elif:filled(Actor.region_name) ?> <span class="matang-header__place"><?cs var:Actor.region_name ?></span><?cs
 else ?> <span class="matang-header__place">Penilaian kematangan perangkat daerah</span><?cs /if ?></span></a>
<?cs if:?Actor.name ?><div class="matang-header__person">
<a class="matang-header__profile" href="<?cs var:Site.base ?>/account/profile"><span class="matang-header__person-name"><?cs
 var:Actor.name ?></span> <span class="matang-header__role"><?cs var:Actor.role_name ?></span></a>
<?cs if:Actor.serves ?><a class="matang-header__profile" href="<?cs var:Site.base ?>/account/agencies">Ganti perangkat daerah</a>
<?cs /if ?><form method="post" action="<?cs var:Site.base ?>/account/sign-out"><input type="hidden" name="csrf" value="<?cs
 var:Form.csrf ?>"><button type="submit" class="matang-header__sign-out">Keluar</button></form>
</div>
<?cs else ?><a class="matang-header__profile" href="<?cs var:Site.base ?>/account/">Masuk</a>
<?cs /if ?></div>
</header>
<?cs
 if:subcount(Nav) ?><div class="govuk-service-navigation" data-module="govuk-service-navigation"><?cs
 # The menu; on a telephone it folds. ?><div class="govuk-width-container"><div class="govuk-service-navigation__container">
<nav class="govuk-service-navigation__wrapper" aria-label="Menu utama">
<a class="matang-menu" href="#navigation">Menu<?cs call:menu_unread() ?></a>
<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="navigation" hidden>Menu<?cs
 call:menu_unread() ?></button>
<ul class="govuk-service-navigation__list" id="navigation">
<?cs each:n = Nav ?><?cs call:menu_entry(n) ?><?cs /each ?><?cs
 if:subcount(NavSeldom) ?><li class="govuk-service-navigation__item matang-menu__seldom<?cs
 if:NavSeldomCurrent ?> govuk-service-navigation__item--active<?cs /if ?>"><details><summary>Lainnya</summary><ul><?cs
 each:n = NavSeldom ?><?cs call:menu_entry(n) ?><?cs /each ?></ul></details></li>
<?cs /if ?><?cs if:Actor.serves ?><li class="govuk-service-navigation__item matang-menu__person"><a class="govuk-service-navigation__link" href="<?cs
 var:Site.base ?>/account/agencies">Ganti perangkat daerah</a></li>
<?cs /if ?><?cs if:?Actor.name ?><li class="govuk-service-navigation__item matang-menu__person"><a class="govuk-service-navigation__link" href="<?cs
 var:Site.base ?>/account/profile"><?cs var:Actor.name ?>, <?cs var:Actor.role_name ?></a>
<form method="post" action="<?cs var:Site.base ?>/account/sign-out"><input type="hidden" name="csrf" value="<?cs
 var:Form.csrf ?>"><button type="submit" class="govuk-button govuk-button--secondary">Keluar</button></form></li>
<?cs /if ?></ul>
</nav>
</div></div></div>
<?cs /if ?><?cs if:subcount(Stages) ?><nav class="matang-steps" aria-label="Langkah penilaian"><div class="govuk-width-container matang-steps__row">
<ol class="matang-steps__list">
<?cs each:s = Stages ?><li class="matang-steps__item matang-steps__item--<?cs var:s.state ?>"<?cs
 if:s.state == "now" ?> aria-current="step"<?cs /if ?>><span class="matang-steps__number"><?cs var:s.number ?></span> <span
class="matang-steps__label"><?cs var:s.label ?></span> <span class="matang-steps__date"><?cs if:filled(s.from) ?>mulai <?cs var:s.from ?><?cs
 elif:filled(s.until) ?>sampai <?cs var:s.until ?><?cs /if ?></span><span class="govuk-visually-hidden"><?cs
 if:s.state == "done" ?>, selesai<?cs elif:s.state == "now" ?>, sekarang<?cs else ?>, belum<?cs /if ?></span></li>
<?cs /each ?></ol>
<details class="matang-steps__plan"><summary><span class="matang-steps__now" aria-hidden="true"><?cs each:s = Stages ?><?cs
 if:s.state == "now" ?><strong><?cs var:s.label ?></strong><?cs if:filled(s.from) ?> · mulai <?cs var:s.from ?><?cs
 elif:filled(s.until) ?> · sampai <?cs var:s.until ?><?cs /if ?><?cs /if ?><?cs /each ?></span><span class="matang-steps__more">Tujuh langkah</span></summary>
<ol class="matang-steps__seven">
<?cs each:s = Steps ?><li<?cs if:s.state == "now" ?> class="matang-steps__today"<?cs /if ?>><?cs var:s.label ?><?cs
 if:s.until ?>: <?cs if:s.from == s.until ?><?cs var:s.until ?><?cs else ?><?cs var:s.from ?> s.d. <?cs var:s.until ?><?cs /if ?><?cs /if ?><?cs
 if:s.state == "now" ?> <span class="govuk-visually-hidden">(menurut jadwal, sekarang)</span><?cs /if ?></li>
<?cs /each ?></ol></details>
</div></nav>
<?cs /if ?><div class="govuk-width-container">
<?cs if:back_href ?><nav class="matang-back" aria-label="Kembali"><?cs if:back_form ?><?cs call:back_button(back_form, back_name, back_value, back_label) ?><?cs
 else ?><?cs call:back_link(back_href, back_label) ?><?cs /if ?></nav>
<?cs /if ?><main class="govuk-main-wrapper" id="main">
<?cs call:error_summary() ?><?cs if:done_text ?><?cs call:success(done_text) ?><?cs elif:Page.done ?><?cs
 call:done_banner(Page.done) ?><?cs /if ?><?cs if:Replica.received ?><p class="govuk-inset-text matang-copy">Salinan dari <?cs
 var:Replica.region_name ?>, diterima <?cs var:Replica.received ?>. Hanya dapat dibaca di sini; perubahan dilakukan di server asal.</p>
<?cs /if ?><?cs if:filled(Assessment.left_why) && !Verification.stands ?><p class="govuk-inset-text">Perangkat daerah ini keluar dari periode <?cs
 var:Assessment.year ?>: <?cs var:Assessment.left_why ?>.</p>
<?cs /if ?><?cs call:content() ?>
<?cs if:page_script || page_saves ?><?cs call:contact_for_scripts() ?>
<?cs /if ?></main>
</div>
<?cs if:Tour.stop ?><aside class="matang-tour" aria-label="Tur singkat"><div class="govuk-width-container matang-tour__row">
<p class="matang-tour__text"><strong>Langkah <?cs var:Tour.stop ?> dari <?cs var:Tour.all ?>: <a class="govuk-link" href="<?cs
 var:url_validate(Tour.href) ?>"><?cs var:Tour.heading ?></a>.</strong> <?cs var:Tour.text ?></p>
<form class="matang-tour__form" method="post" action="<?cs var:Site.base ?>/account/tour"><input type="hidden" name="csrf" value="<?cs
 var:Form.csrf ?>"><input type="hidden" name="at" value="<?cs var:Tour.stop ?>"><button type="submit" class="govuk-button" name="to" value="next"><?cs
 if:Tour.stop == Tour.all ?>Selesai<?cs else ?>Berikutnya<?cs /if ?></button><button type="submit" class="govuk-button govuk-button--secondary"
name="to" value="stop">Hentikan tur</button></form></div></aside>
<?cs /if ?><footer class="govuk-template__footer matang-footer"><div class="govuk-width-container">
<ul class="matang-footer__list">
<li><a class="govuk-footer__link" href="<?cs var:Site.base ?>/portal/help">Cara mengisi</a></li>
<li><a class="govuk-footer__link" href="<?cs var:Site.base ?>/portal/glossary">Arti kata</a></li>
<li><a class="govuk-footer__link" href="<?cs var:Site.base ?>/portal/service">Standar pelayanan</a></li>
<li><a class="govuk-footer__link" href="<?cs var:Site.base ?>/portal/check">Periksa dokumen</a></li>
<li><a class="govuk-footer__link" href="<?cs var:Site.base ?>/portal/service#pengaduan">Pengaduan</a></li>
<li><a class="govuk-footer__link" href="https://www.lapor.go.id" rel="external noreferrer">SP4N-LAPOR!</a></li>
</ul>
<p class="matang-footer__note">Matang: penilaian mandiri kematangan organisasi perangkat daerah, Permendagri 99 Tahun 2018.</p>
</div></footer>
</body>
</html>
