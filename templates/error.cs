<?cs include!"macros.cs" ?><?cs set:title = Error.title ?><?cs def:content() ?><div class="matang-error">
<h1 class="govuk-heading-l"><?cs var:Error.title ?></h1>
<p class="govuk-body"><?cs var:Error.text ?></p>
</div><?cs /def ?><?cs include!"layout.cs" ?>
