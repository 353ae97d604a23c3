using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Approves a programme by an act, after every expert of the round has recommended it.</summary>
[Permission(ProgrammePermissions.Approve)]
public sealed record ApproveProgramme(Guid Id, int Version, ProgrammeApprovalBody Body) : ICommand<ProgrammeDetails>;

internal sealed class ApproveProgrammeValidator : AbstractValidator<ApproveProgramme>
{
    public ApproveProgrammeValidator()
    {
        RuleFor(command => command.Body.ActNumber).NotEmpty().ShortText(Programme.ActNumberMaxLength);
        RuleFor(command => command.Body.ActDate).ReasonableDay();
    }
}

internal sealed class ApproveProgrammeHandler(ILearningStore store, INorms norms, IReads reads, IClock clock)
    : ICommandHandler<ApproveProgramme, ProgrammeDetails>
{
    public async Task<Answer<ProgrammeDetails>> Handle(ApproveProgramme request, CancellationToken cancellationToken)
    {
        var programme = await store
            .Programmes.Include(programme => programme.Reviews)
            .SingleOrDefaultAsync(programme => programme.Id == request.Id, cancellationToken);
        if (programme is null)
        {
            return ProgrammeErrors.NotFound;
        }

        var (act, normSet) = (request.Body, await norms.GetAsync(cancellationToken));
        return programme.CheckVersion(request.Version)
            ?? programme.Approve(act.ActNumber, act.ActDate, normSet, clock.Today).Error
            ?? reads.Answer<Programme, ProgrammeDetails>(programme);
    }
}
