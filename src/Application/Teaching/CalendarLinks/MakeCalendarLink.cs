using FluentValidation;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Journal;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Teaching.CalendarLinks;

/// <summary>Makes a link by which a calendar program reads one timetable, by the rights of the caller.</summary>
[Permission(LessonPermissions.Read)]
public sealed record MakeCalendarLink : ICommand<IssuedCalendarLink>
{
    public required CalendarSubject Subject { get; init; }

    /// <summary>The course, the room or the employee.</summary>
    public required Guid SubjectId { get; init; }
}

internal sealed class MakeCalendarLinkValidator : AbstractValidator<MakeCalendarLink>
{
    public MakeCalendarLinkValidator() => RuleFor(command => command.SubjectId).NotEmpty();
}

internal sealed class MakeCalendarLinkHandler(
    ITeachingStore store,
    ITerritoryStore territory,
    IVerificationCodes codes,
    PublicAddress address,
    IClock clock,
    Caller caller
) : ICommandHandler<MakeCalendarLink, IssuedCalendarLink>
{
    public async Task<Answer<IssuedCalendarLink>> Handle(MakeCalendarLink request, CancellationToken cancellationToken)
    {
        if (request.Subject == CalendarSubject.Employee && !caller.May(JournalPermissions.Read))
        {
            return SecurityErrors.MayNot(JournalPermissions.Read);
        }

        if (!await IsThereAsync(request, cancellationToken))
        {
            return CalendarLinkErrors.UnknownSubject;
        }

        var id = caller.Account!.Id;
        var account = await territory
            .Accounts.IgnoreQueryFilters([QueryFilters.Centre])
            .Include(account => account.CalendarLinks)
            .SingleAsync(account => account.Id == id, cancellationToken);
        var code = codes.Make();
        var made = account.AddCalendarLink(
            request.Subject,
            request.SubjectId,
            CalendarCode.HashOf(code),
            clock.Now,
            caller.Account!.KeyId
        );
        return made.Succeeded(out var link, out var error)
            ? new IssuedCalendarLink
            {
                Id = link.Id,
                Subject = link.Subject,
                SubjectId = link.SubjectId,
                Address = address.Calendar(code),
            }
            : error;
    }

    private Task<bool> IsThereAsync(MakeCalendarLink request, CancellationToken cancellationToken) =>
        request.Subject switch
        {
            CalendarSubject.Course => store.Courses.AnyAsync(
                course => course.Id == request.SubjectId,
                cancellationToken
            ),
            CalendarSubject.Room => store.Rooms.AnyAsync(room => room.Id == request.SubjectId, cancellationToken),
            _ => territory.Employees.AnyAsync(employee => employee.Id == request.SubjectId, cancellationToken),
        };
}
