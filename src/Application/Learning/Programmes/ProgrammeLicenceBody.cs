using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Licence of the provider of a programme.</summary>
public sealed record ProgrammeLicenceBody
{
    /// <summary>As the provider writes it.</summary>
    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    internal static ProgrammeLicenceBody? Of(ProgrammeLicence? licence) =>
        licence is null ? null : new ProgrammeLicenceBody { Number = licence.Number, IssuedOn = licence.IssuedOn };
}
