using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>What an employee is attested for on a day.</summary>
[Permission(AttestationPermissions.ReadQualification)]
public sealed record GetQualification : IQuery<QualificationModel>
{
    /// <summary>From the route.</summary>
    [FromRoute]
    public Guid Id { get; init; }

    /// <summary>The day asked about; today by default.</summary>
    public DateOnly? On { get; init; }
}

internal sealed class GetQualificationValidator : AbstractValidator<GetQualification>
{
    public GetQualificationValidator() => RuleFor(query => query.On).ReasonableDay();
}

internal sealed class GetQualificationHandler(
    ITerritoryStore territory,
    CareerFiles files,
    INorms norms,
    IClock clock,
    Caller caller
) : IQueryHandler<GetQualification, QualificationModel>
{
    public async Task<Result<QualificationModel>> Handle(GetQualification request, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(request.Id, cancellationToken) is not { } file)
        {
            return EmployeeErrors.NotFound;
        }

        if (!DayOf(request, file).Succeeded(out var on, out var refusal))
        {
            return refusal;
        }

        var normSet = await norms.GetAsync(cancellationToken);

        // An exemption begins and ends with the absence, and its length tells the kind: who may not read absences gets
        // what would be if none were known (PD-3).
        var facts = caller.May(EmployeePermissions.ReadPersonalData) ? file.Facts : file.Facts with { Absences = [] };
        var qualification = Qualification.On(on, facts, normSet);
        var history = file.HeadPosts.Length == 0 ? [] : await files.HeadHistoryAsync(request.Id, cancellationToken);
        var heads = HeadConformity.On(on, new HeadFacts(file.HeadPosts, history));
        var places = qualification
            .Conformities.Select(status => status.OrganisationId)
            .Concat(heads.Select(head => head.OrganisationId))
            .Distinct()
            .ToList();

        // The default filter applies: conformity at another employer is not the business of a caller limited to one.
        var employers = await territory
            .Organisations.Where(organisation => places.Contains(organisation.Id))
            .Select(organisation => new OrganisationReference
            {
                Id = organisation.Id,
                Code = organisation.Code,
                ShortName = organisation.ShortName,
            })
            .ToDictionaryAsync(organisation => organisation.Id, cancellationToken);
        return ToModel(request.Id, qualification, file) with
        {
            NextDue = qualification
                .Conformities.Where(status => employers.ContainsKey(status.OrganisationId))
                .Min(status => status.NextDue?.On),
            Conformities =
            [
                .. qualification
                    .Conformities.Where(status => employers.ContainsKey(status.OrganisationId))
                    .Select(status => ToModel(status, employers[status.OrganisationId], file)),
            ],
            HeadConformities =
            [
                .. heads
                    .Where(head => employers.ContainsKey(head.OrganisationId))
                    .Select(head => ToModel(head, employers[head.OrganisationId], file)),
            ],
        };
    }

    /// <summary>The day asked about; a former employer gets no day after the last one there.</summary>
    private Result<DateOnly> DayOf(GetQualification request, CareerFile file)
    {
        var on = request.On ?? clock.Today;
        if (caller.LastDay(file.Places) is not { } last || last >= on)
        {
            return on;
        }

        return request.On is null ? last : EmployeeErrors.NoLongerEmployed;
    }

    /// <summary>What belongs to the person, wherever he works.</summary>
    private static QualificationModel ToModel(Guid employeeId, Qualification qualification, CareerFile file)
    {
        var category = qualification.Category;
        return new QualificationModel
        {
            EmployeeId = employeeId,
            FullName = file.FullName,
            On = qualification.Date,
            Bucket = qualification.Bucket,
            Category = category?.Kind,
            Since = category?.Since,
            Until = category?.Until,
            Position = category is null ? null : file.Positions[category.PositionId],
            IsMethodist = qualification.IsMethodist,
            IsMentor = qualification.IsMentor,
            Rule = qualification.Rule,
            Categories = [.. qualification.Categories.Select(span => ToModel(span, file))],
        };
    }

    private static HeadConformityModel ToModel(HeadConformity head, OrganisationReference employer, CareerFile file) =>
        new()
        {
            Organisation = employer,
            Position = file.Positions[head.PositionId],
            LastAttestationId = head.Last?.Id,
            LastDecidedOn = head.Last?.DecidedOn,
            LastOutcome = head.Last?.Outcome,
            Valid = head.Valid,
            NextDue = head.NextDue,
            Rule = head.Rule,
        };

    private static CategoryModel ToModel(CategorySpan span, CareerFile file) =>
        new()
        {
            Kind = span.Kind,
            Position = file.Positions[span.PositionId],
            Since = span.Since,
            Until = span.Until,
            AttestationId = span.AttestationId,
            Rule = span.Rule,
        };

    private static ConformityModel ToModel(ConformityStatus status, OrganisationReference employer, CareerFile file) =>
        new()
        {
            Organisation = employer,
            Position = file.Positions[status.PositionId],
            LastAttestationId = status.Last?.Id,
            LastDecidedOn = status.Last?.DecidedOn,
            LastOutcome = status.Last?.Outcome,
            Valid = status.Valid,
            Exempt = status.Exemption is not null,
            ExemptionRule = status.Exemption?.Rule,
            NextDue = status.NextDue?.On,
            NextDueRule = status.NextDue?.Rule,
            Rule = status.Rule,
        };
}
