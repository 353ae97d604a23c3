using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Office.Audit;

namespace MethodCenter.Application.Office.Audit;

/// <summary>What was done in the centre, the newest first.</summary>
[Permission(AuditPermissions.Read)]
public sealed record ListAudit : ListQuery, IQuery<Page<AuditListItem>>
{
    /// <summary>Kind of object, e.g. <c>employee</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>What was done to one object.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Who acted.</summary>
    public Guid? AccountId { get; init; }

    public AuditKind? Kind { get; init; }

    /// <summary>Name of the use case, e.g. <c>RegisterCourse</c>.</summary>
    public string? UseCase { get; init; }

    /// <summary>From this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? To { get; init; }
}

internal sealed class ListAuditValidator : AbstractValidator<ListAudit>
{
    public ListAuditValidator()
    {
        RuleFor(query => query.Subject).ShortText(AuditEntry.SubjectMaxLength);
        RuleFor(query => query.UseCase).ShortText(AuditEntry.UseCaseMaxLength);
    }
}

internal sealed class ListAuditHandler(IAuditTrail audit, ITerritoryStore store)
    : IQueryHandler<ListAudit, Page<AuditListItem>>
{
    internal static readonly SortFields<AuditEntry> Sort = new SortFields<AuditEntry>("-at").Add(
        "at",
        entry => entry.At
    );

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Expression<Func<AuditEntry, AuditRow>> Projection = entry => new AuditRow(
        new AuditListItem
        {
            Id = entry.Id,
            At = entry.At,
            UseCase = entry.UseCase,
            Subject = entry.Subject,
            SubjectId = entry.SubjectId,
            Kind = entry.Kind,
            Purpose = entry.Purpose,
            TraceId = entry.TraceId,
        },
        entry.AccountId,
        entry.Changes
    );

    public async Task<Result<Page<AuditListItem>>> Handle(ListAudit request, CancellationToken cancellationToken)
    {
        var (subject, useCase) = (request.Subject, request.UseCase);
        var entries = audit
            .Entries.Where(entry => subject == null || entry.Subject == subject)
            .Where(entry => useCase == null || entry.UseCase == useCase)
            .WhereGiven(request.SubjectId, id => entry => entry.SubjectId == id)
            .WhereGiven(request.AccountId, id => entry => entry.AccountId == id)
            .WhereGiven(request.Kind, kind => entry => entry.Kind == kind)
            .WhereGiven(request.From, instant => entry => entry.At >= instant)
            .WhereGiven(request.To, instant => entry => entry.At < instant);
        var found = await entries.ToPageAsync(request, Sort, Projection, cancellationToken);
        if (!found.Succeeded(out var page, out var error))
        {
            return error;
        }

        var logins = await LoginsAsync(page.Items, cancellationToken);
        return new Page<AuditListItem>([.. page.Items.Select(row => Complete(row, logins))], page.Next, page.Total);
    }

    /// <summary>Also of administrators of the system, who belong to no centre: the auditor must see who acted.</summary>
    private async Task<Dictionary<Guid, string>> LoginsAsync(
        IReadOnlyList<AuditRow> rows,
        CancellationToken cancellationToken
    )
    {
        var ids = rows.Where(row => row.AccountId.HasValue).Select(row => row.AccountId!.Value).Distinct().ToArray();
        return await store
            .Accounts.IgnoreQueryFilters([QueryFilters.Centre])
            .Where(account => ids.Contains(account.Id))
            .Select(account => new { account.Id, account.Login })
            .ToDictionaryAsync(account => account.Id, account => account.Login, cancellationToken);
    }

    private static AuditListItem Complete(AuditRow row, Dictionary<Guid, string> logins) =>
        row.Item with
        {
            Account = row.AccountId is { } id ? new AuditActor(id, logins.GetValueOrDefault(id)) : null,
            Changes = row.Changes is null
                ? []
                :
                [
                    .. JsonSerializer
                        .Deserialize<AuditChange[]>(row.Changes, Json)!
                        .Select(change => change with { From = Iso(change.From), To = Iso(change.To) }),
                ],
        };

    /// <summary>Days that were recorded as 12/20/2021, before 0.2.</summary>
    private static string? Iso(string? text) =>
        text is { Length: 10 }
        && DateOnly.TryParseExact(text, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    private sealed record AuditRow(AuditListItem Item, Guid? AccountId, string? Changes);
}
