using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Kinds of programmes as Russian papers name them.</summary>
internal static class ProgrammeWords
{
    /// <summary>«по …».</summary>
    public static string Dative(ProgrammeKind kind) =>
        kind switch
        {
            ProgrammeKind.ProfessionalDevelopment => "дополнительной профессиональной программе повышения квалификации",
            ProgrammeKind.Retraining => "дополнительной профессиональной программе профессиональной переподготовки",
            ProgrammeKind.PermanentSeminar => "программе постоянно действующего семинара",
            _ => "дополнительной общеразвивающей программе",
        };
}
