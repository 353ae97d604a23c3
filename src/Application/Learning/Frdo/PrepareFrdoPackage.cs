using System.Security.Cryptography;
using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>
/// Makes the file of certificates for the federal register («ФИС ФРДО»): named ones, those issued on some days, or the
/// rejected ones of an earlier package; by default all that wait.
/// </summary>
/// <remarks>Reads protected data of the learners, which is logged with the package (PD-4).</remarks>
[Permission(FrdoPermissions.Prepare)]
public sealed record PrepareFrdoPackage : ICommand<FrdoPackageDetails>
{
    public IReadOnlyList<Guid> CertificateIds { get; init; } = [];

    /// <summary>Issued on or after.</summary>
    public DateOnly? IssuedFrom { get; init; }

    /// <summary>Issued on or before.</summary>
    public DateOnly? IssuedTo { get; init; }

    /// <summary>The package whose rejected rows are delivered again.</summary>
    public Guid? ResendOf { get; init; }

    /// <summary>Family name, given name, patronymic of the person who signs the file (FRDO-6).</summary>
    public required string Responsible { get; init; }

    /// <summary>Leave out the documents with faults instead of refusing the whole.</summary>
    public bool ValidOnly { get; init; }

    /// <summary>Name of the field of professional activity (column L).</summary>
    public string? Activity { get; init; }

    /// <summary>Enlarged group of specialities (column M).</summary>
    public string? SpecialityGroup { get; init; }

    /// <summary>Name of the qualification (column N); written for retraining.</summary>
    public string? Qualification { get; init; }

    /// <summary>The budget behind all funding that the learner does not pay for (column AC).</summary>
    public FrdoBudget? Budget { get; init; }

    /// <summary>What distance courses are called, since the template knows no such form (column AB).</summary>
    public StudyForm? DistanceForm { get; init; }

    /// <summary>
    /// Citizenship of learners for whom nothing else is stated: three digits of the classifier of countries («ОКСМ»),
    /// 643 is Russia (column AE).
    /// </summary>
    public string? Citizenship { get; init; }

    /// <summary>What stands where a learner has no patronymic; without it the cell is empty (column X).</summary>
    public string? AbsentPatronymic { get; init; }

    /// <summary>What is stated about single documents.</summary>
    public IReadOnlyList<FrdoDocumentBody> Documents { get; init; } = [];
}

internal sealed class PrepareFrdoPackageValidator : AbstractValidator<PrepareFrdoPackage>
{
    private const int TextMaxLength = 255;

    public PrepareFrdoPackageValidator()
    {
        RuleFor(command => command.Responsible).NotEmpty().PersonName(FrdoPackage.ResponsibleMaxLength);
        RuleFor(command => command.CertificateIds).MostItems(FrdoPackage.MostDocuments);
        RuleFor(command => command.Documents).MostItems(FrdoPackage.MostDocuments);
        RuleFor(command => command.IssuedFrom).ReasonableDay();
        RuleFor(command => command.IssuedTo).ReasonableDay();
        RuleFor(command => command.Activity).ShortText(TextMaxLength);
        RuleFor(command => command.SpecialityGroup).ShortText(TextMaxLength);
        RuleFor(command => command.Qualification).ShortText(TextMaxLength);
        RuleFor(command => command.Citizenship).Matches(@"^\d{3}\z");
        RuleFor(command => command.AbsentPatronymic).ShortText(50);
        RuleForEach(command => command.Documents)
            .NotNull()
            .ChildRules(document =>
            {
                document.RuleFor(body => body.Citizenship).Matches(@"^\d{3}\z");
                document.RuleFor(body => body.DiplomaLastName).PersonName(50);
                document.RuleFor(body => body.DiplomaSeries).ShortText(Certificate.SeriesMaxLength);
                document.RuleFor(body => body.DiplomaNumber).ShortText(Certificate.BlankNumberMaxLength);
            });
    }
}

internal sealed class PrepareFrdoPackageHandler(
    ILearningStore store,
    FrdoDocuments documents,
    IFrdoWorkbook workbook,
    IFrdoFiles files,
    INumerators numerators,
    INorms norms,
    IAuditLog audit,
    IReads reads,
    IClock clock
) : ICommandHandler<PrepareFrdoPackage, FrdoPackageDetails>
{
    private static readonly string[] Fields = ["birthDate", "sex", "snils", "citizenship"];

    public async Task<Answer<FrdoPackageDetails>> Handle(
        PrepareFrdoPackage request,
        CancellationToken cancellationToken
    )
    {
        if (
            request.ResendOf is { } former
            && !await store.FrdoPackages.AnyAsync(p => p.Id == former, cancellationToken)
        )
        {
            return FrdoErrors.UnknownResend;
        }

        var normSet = await norms.GetAsync(cancellationToken);
        var found = await documents.FindAsync(
            Chosen(request)
                .OrderBy(one => one.Year)
                .ThenBy(one => one.Number)
                .ThenBy(one => one.Id)
                .Take(FrdoPackage.MostDocuments + 1),
            cancellationToken
        );
        if (found.Count > FrdoPackage.MostDocuments)
        {
            return FrdoErrors.TooManyDocuments(FrdoPackage.MostDocuments);
        }

        if (request.CertificateIds.Count == 0)
        {
            found = [.. found.Where(one => IsDelivered(one.Certificate, normSet))];
        }

        var (ready, faulty) = Judge(request, found, normSet);
        if (faulty.Count > 0 && (!request.ValidOnly || ready.Count == 0))
        {
            return FrdoErrors.Faulty(faulty.Count) with
            {
                Fields = [.. faulty.SelectMany(one => FieldsOf(request, one))],
            };
        }

        if (ready.Count == 0)
        {
            return FrdoErrors.NothingToDeliver;
        }

        return Prepared(await WriteAsync(request, ready, cancellationToken), faulty);
    }

    private async Task<FrdoPackage> WriteAsync(
        PrepareFrdoPackage request,
        IReadOnlyList<(FrdoCandidate Candidate, FrdoRecord Record)> ready,
        CancellationToken cancellationToken
    )
    {
        var content = await workbook.WriteAsync([.. ready.Select(one => one.Record.Cells)], cancellationToken);
        var file = new FrdoFile(
            await numerators.NextAsync("frdo-packages", cancellationToken),
            clock.Today,
            request.Responsible,
            Convert.ToHexStringLower(SHA256.HashData(content)),
            content.Length,
            request.ResendOf
        );
        var package = FrdoPackage.Prepare(file, [.. ready.Select(one => one.Candidate.Certificate.Id)]);
        store.FrdoPackages.Add(package);
        files.Keep(package.Id, content);

        // The rows of the package name the persons; here stands which fields were taken, and for what (PD-4).
        audit.RecordRead("frdo-package", package.Id, Fields, Texts.Texts.Get("frdo.purpose"));
        return package;
    }

    /// <summary>Rows that the register takes, and documents that it would refuse.</summary>
    private (
        List<(FrdoCandidate Candidate, FrdoRecord Record)> Ready,
        List<(Guid Id, FrdoCandidate? Candidate, IReadOnlyList<FrdoFault> Faults)> Faulty
    ) Judge(PrepareFrdoPackage request, IReadOnlyList<FrdoCandidate> found, NormSet normSet)
    {
        var statement = StatementOf(request);
        var supplements = request
            .Documents.GroupBy(body => body.CertificateId)
            .ToDictionary(group => group.Key, group => SupplementOf(group.Last()));
        List<(FrdoCandidate Candidate, FrdoRecord Record)> ready = [];
        List<(Guid Id, FrdoCandidate? Candidate, IReadOnlyList<FrdoFault> Faults)> faulty =
        [
            .. request
                .CertificateIds.Except(found.Select(one => one.Certificate.Id))
                .Select(id => (id, (FrdoCandidate?)null, (IReadOnlyList<FrdoFault>)[FrdoErrors.UnknownCertificate])),
        ];
        foreach (var one in found)
        {
            var supplement = supplements.GetValueOrDefault(one.Certificate.Id, FrdoSupplement.None);
            var (record, faults) = one.Judge(statement, supplement, normSet, clock.Today);
            if (faults.Count == 0)
            {
                ready.Add((one, record));
            }
            else
            {
                faulty.Add((one.Certificate.Id, one, faults));
            }
        }

        return (ready, faulty);
    }

    private Answer<FrdoPackageDetails> Prepared(
        FrdoPackage package,
        List<(Guid Id, FrdoCandidate? Candidate, IReadOnlyList<FrdoFault> Faults)> faulty
    ) =>
        Answer<FrdoPackageDetails>.AfterSave(async cancellationToken =>
            (await reads.FindAsync<FrdoPackage, FrdoPackageDetails>(package.Id, cancellationToken))! with
            {
                Refused =
                [
                    .. faulty.Select(one =>
                        one.Candidate?.Refuse(one.Faults)
                        ?? new FrdoRefusal
                        {
                            CertificateId = one.Id,
                            Faults = [.. one.Faults.Select(FrdoFaults.ToModel)],
                        }
                    ),
                ],
            }
        );

    private IQueryable<Certificate> Chosen(PrepareFrdoPackage request)
    {
        if (request.CertificateIds.Count > 0)
        {
            Guid[] asked = [.. request.CertificateIds.Distinct()];
            return store.Certificates.Where(one => EF.Parameter(asked).Contains(one.Id));
        }

        var (standing, rows) = (documents.Standing, store.FrdoRows);
        var waiting = store.Certificates.Where(one =>
            one.State == CertificateState.Valid
            && one.Kind != CertificateKind.Participation
            && !standing.Any(row => row.CertificateId == one.Id)
        );
        if (request.ResendOf is { } former)
        {
            waiting = waiting.Where(one => rows.Any(row => row.FrdoPackageId == former && row.CertificateId == one.Id));
        }

        if (request.IssuedFrom is { } from)
        {
            waiting = waiting.Where(one => one.IssuedOn >= from);
        }

        return request.IssuedTo is { } to ? waiting.Where(one => one.IssuedOn <= to) : waiting;
    }

    /// <summary>A request for all that wait does not include what is not delivered at all (FRDO-8).</summary>
    private static bool IsDelivered(Certificate certificate, Domain.Common.Norms.NormSet normSet) =>
        FrdoNorms.KindsOn(certificate.IssuedOn, normSet).Contains(certificate.Kind);

    private static IEnumerable<Error> FieldsOf(
        PrepareFrdoPackage request,
        (Guid Id, FrdoCandidate? Candidate, IReadOnlyList<FrdoFault> Faults) one
    )
    {
        var place = request.CertificateIds.ToList().IndexOf(one.Id);
        return one.Faults.Select(fault =>
            fault
                .Placed.With("certificateId", one.Id)
                .With("registerYear", one.Candidate?.Certificate.Year)
                .With("registerNumber", one.Candidate?.Certificate.Number)
                .At(place >= 0 ? $"/certificateIds/{place}" : "")
        );
    }

    private static FrdoStatement StatementOf(PrepareFrdoPackage request) =>
        new()
        {
            Activity = request.Activity,
            SpecialityGroup = request.SpecialityGroup,
            Qualification = request.Qualification,
            Budget = request.Budget,
            DistanceForm = request.DistanceForm,
            Citizenship = request.Citizenship,
            AbsentPatronymic = request.AbsentPatronymic,
        };

    private static FrdoSupplement SupplementOf(FrdoDocumentBody body) =>
        new()
        {
            Citizenship = body.Citizenship,
            DiplomaLastName = body.DiplomaLastName,
            DiplomaSeries = body.DiplomaSeries,
            DiplomaNumber = body.DiplomaNumber,
            LossProof = body.LossProof,
            Exchange = body.Exchange,
            OriginalDestroyed = body.OriginalDestroyed,
        };
}
