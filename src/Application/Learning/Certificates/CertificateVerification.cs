using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>Verification: what the paper shows, and whether it is valid. Nothing beyond the paper.</summary>
public sealed record VerifiedCertificate
{
    /// <summary>The centre that has issued it.</summary>
    public string Centre { get; init; } = "";

    public CertificateKind Kind { get; init; }

    public CertificateState State { get; init; }

    /// <summary>Issued in the place of another one.</summary>
    public bool Duplicate { get; init; }

    public int Year { get; init; }

    /// <summary>Registration number within the book of the year.</summary>
    public int Number { get; init; }

    public string? Series { get; init; }

    public string? BlankNumber { get; init; }

    public DateOnly IssuedOn { get; init; }

    /// <summary>Family name, given name, patronymic, as printed.</summary>
    public string FullName { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Academic hours.</summary>
    public int Hours { get; init; }

    public DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }
}

/// <inheritdoc cref="ICertificateVerification"/>
internal sealed class CertificateVerification(ILearningStore store, ITerritoryStore territory)
    : ICertificateVerification
{
    public async Task<Result<VerifiedCertificate>> FindAsync(string code, CancellationToken cancellationToken)
    {
        // Whoever types it off the paper groups it as he likes.
        code = code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

        // What cannot be a code costs no query.
        if (code.Length != Certificate.CodeLength)
        {
            return CertificateErrors.NotFound;
        }

        // The holder of the paper belongs to no centre: the code alone opens this one row.
        var asked = code.ToUpperInvariant();
        var centres = territory.Centres.IgnoreQueryFilters();
        var found = await store
            .Certificates.IgnoreQueryFilters([QueryFilters.Centre, QueryFilters.Organisations])
            .Where(certificate => certificate.Code == asked)
            .Select(certificate => new VerifiedCertificate
            {
                Centre = centres
                    .Where(centre => centre.Id == certificate.CentreId)
                    .Select(centre => centre.FullName)
                    .First(),
                Kind = certificate.Kind,
                State = certificate.State,
                Duplicate = certificate.OriginalId != null,
                Year = certificate.Year,
                Number = certificate.Number,
                Series = certificate.Series,
                BlankNumber = certificate.BlankNumber,
                IssuedOn = certificate.IssuedOn,
                FullName =
                    certificate.LastName
                    + " "
                    + certificate.FirstName
                    + (certificate.Patronymic == null ? "" : " " + certificate.Patronymic),
                Title = certificate.Title,
                Hours = certificate.Hours,
                StartsOn = certificate.StartsOn,
                EndsOn = certificate.EndsOn,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? CertificateErrors.NotFound : found;
    }
}
