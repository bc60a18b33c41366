using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Platform.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuthenticatorSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "last_code",
                table: "platform_person");

            migrationBuilder.AddColumn<long>(
                name: "last_code_step",
                table: "platform_person",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "last_code_step",
                table: "platform_person");

            migrationBuilder.AddColumn<string>(
                name: "last_code",
                table: "platform_person",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);
        }
    }
}
