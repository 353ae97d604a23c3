using FluentValidation;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Certificates;

internal sealed class CertificateEntryBodyValidator : AbstractValidator<CertificateEntryBody>
{
    public CertificateEntryBodyValidator()
    {
        RuleFor(body => body.IssuedOn).ReasonableDay();
        RuleFor(body => body.Basis).ShortText(Certificate.BasisMaxLength);
        RuleFor(body => body.Series).ShortText(Certificate.SeriesMaxLength);
        RuleFor(body => body.BlankNumber).ShortText(Certificate.BlankNumberMaxLength);
    }
}

/// <summary>Gives the entries of the register book their numbers and codes.</summary>
internal sealed class CertificateRegister(ITerritoryStore territory, INumerators numerators, IVerificationCodes codes)
{
    /// <summary>The next entries of the book of the year; from here to the commit others wait, so that there are no gaps.</summary>
    public async Task<IReadOnlyList<CertificateEntry>> NextAsync(
        CertificateEntryBody body,
        DateOnly issuedOn,
        int count,
        CancellationToken cancellationToken
    )
    {
        var issuer = IssuerOf(await territory.Centres.AsNoTracking().SingleAsync(cancellationToken), issuedOn);
        var first = await numerators.NextAsync($"certificates/{issuedOn.Year}", count, cancellationToken);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(place => new CertificateEntry(
                    first + place,
                    Given(body.Series),
                    Blank(Given(body.BlankNumber), place),
                    issuedOn,
                    Given(body.Basis),
                    codes.Make()
                )
                {
                    Issuer = issuer,
                }),
        ];
    }

    /// <summary>The centre as its documents name it on a day.</summary>
    public static CertificateIssuer IssuerOf(Centre centre, DateOnly day)
    {
        var letterhead = CentreLetterhead.Of(centre, day);
        return new CertificateIssuer(
            letterhead.Name,
            letterhead.Town,
            letterhead.Licence,
            Signatory(letterhead.Head),
            Signatory(letterhead.Secretary)
        );
    }

    private static CertificateSignatory? Signatory(PaperSignatory? who) =>
        who is null ? null : new CertificateSignatory(who.Post, who.Name);

    public static Learner ToLearner(Employee employee) =>
        new(
            employee.LastName,
            employee.FirstName,
            employee.Patronymic,
            employee.NameKey,
            employee.Education is { } education ? education != EducationLevel.SecondaryGeneral : null
        );

    /// <summary>Blanks follow each other: the digits at the end are counted on, leading zeros kept.</summary>
    private static string? Blank(string? first, int place)
    {
        if (first is null || place == 0)
        {
            return first;
        }

        var digits = first.Length - first.AsSpan().TrimEnd("0123456789").Length;
        var counted = decimal.Parse(first[^digits..], System.Globalization.CultureInfo.InvariantCulture) + place;
        return first[..^digits]
            + counted.ToString(new string('0', digits), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
