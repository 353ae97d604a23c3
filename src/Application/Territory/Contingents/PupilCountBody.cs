using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Contingents;

namespace MethodCenter.Application.Territory.Contingents;

/// <summary>How many pupils there are in a grade.</summary>
public record PupilCountBody
{
    /// <summary>Pupils of the grade.</summary>
    public required int Pupils { get; init; }

    /// <summary>Classes of the grade; not more than pupils.</summary>
    public int? Classes { get; init; }

    /// <summary>Day of the count, not one to come.</summary>
    public DateOnly? CountedOn { get; init; }

    internal PupilCount ToCount() => new(Pupils, Classes, CountedOn);
}

internal sealed class PupilCountBodyValidator : AbstractValidator<PupilCountBody>
{
    public PupilCountBodyValidator()
    {
        RuleFor(body => body.Pupils).InclusiveBetween(0, Contingent.MostPupils);
        RuleFor(body => body.Classes).InclusiveBetween(0, Contingent.MostClasses);
        RuleFor(body => body.CountedOn).ReasonableDay();
    }
}
